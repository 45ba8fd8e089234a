// Dense arithmetic for the context model: row-major float matrices and the rules by which weights learn.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

using Floats = std::vector<float>;

// C[rows x columns] (+)= A[rows x inner] B[inner x columns]; rows a multiple of 8, columns of 32.
inline void multiply(const float *a, const float *b, float *c, int rows, int inner, int columns, bool add = false) {
  typedef float Lane __attribute__((vector_size(64), aligned(4)));
  constexpr int BLOCK = 256;
  static thread_local float panel[BLOCK * 32];
  for (int from = 0; from < inner; from += BLOCK) {
    const int depth = std::min(BLOCK, inner - from);
    const bool keep = add || from > 0;
    for (int column = 0; column < columns; column += 32) {
      for (int k = 0; k < depth; k++) std::memcpy(&panel[k * 32], b + static_cast<size_t>(from + k) * columns + column, 128);
      for (int row = 0; row < rows; row += 8) {
        Lane sum[8][2];
        for (int r = 0; r < 8; r++) sum[r][0] = sum[r][1] = Lane{};
        const float *left = a + static_cast<size_t>(row) * inner + from;
        for (int k = 0; k < depth; k++) {
          const Lane *right = reinterpret_cast<const Lane *>(&panel[k * 32]);
          for (int r = 0; r < 8; r++) {
            const float value = left[static_cast<size_t>(r) * inner + k];
            sum[r][0] += value * right[0];
            sum[r][1] += value * right[1];
          }
        }
        for (int r = 0; r < 8; r++) {
          Lane *out = reinterpret_cast<Lane *>(c + static_cast<size_t>(row + r) * columns + column);
          out[0] = keep ? out[0] + sum[r][0] : sum[r][0];
          out[1] = keep ? out[1] + sum[r][1] : sum[r][1];
        }
      }
    }
  }
}

inline Floats transposed(const float *from, int rows, int columns) {
  Floats to(static_cast<size_t>(rows) * columns);
  for (int row = 0; row < rows; row += 16)
    for (int column = 0; column < columns; column += 16)
      for (int r = row; r < std::min(rows, row + 16); r++)
        for (int c = column; c < std::min(columns, column + 16); c++)
          to[static_cast<size_t>(c) * rows + r] = from[static_cast<size_t>(r) * columns + c];
  return to;
}

struct Random {
  uint64_t state;
  explicit Random(uint64_t seed) : state(0x9e3779b97f4a7c15ull * (seed + 1)) {}
  uint32_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<uint32_t>(state >> 32);
  }
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>((static_cast<uint64_t>(next()) * bound) >> 32); }
  float unit() { return static_cast<float>(next()) * 0x1p-32f; }
  float normal() { return std::sqrt(-2 * std::log(unit() + 1e-9f)) * std::cos(6.2831853f * unit()); }
};

// A weight matrix that learns by Adam.
struct Dense {
  int rows, columns;
  Floats value, first, second;
  Dense(int rows, int columns)
      : rows(rows), columns(columns), value(static_cast<size_t>(rows) * columns), first(value.size()), second(value.size()) {}
  void update(const Floats &gradient, float rate, int step) {
    const float fix1 = 1 / (1 - std::pow(0.9f, static_cast<float>(step)));
    const float fix2 = 1 / (1 - std::pow(0.999f, static_cast<float>(step)));
    for (size_t i = 0; i < value.size(); i++) {
      first[i] = 0.9f * first[i] + 0.1f * gradient[i];
      second[i] = 0.999f * second[i] + 0.001f * gradient[i] * gradient[i];
      value[i] -= rate * first[i] * fix1 / (std::sqrt(second[i] * fix2) + 1e-8f);
    }
  }
};

// One row per character, each with its own Adagrad state: rows are touched rarely and unevenly.
struct Table {
  int width;
  Floats value, squares;
  Table(int count, int width) : width(width), value(static_cast<size_t>(count) * width), squares(count, 0.0f) {}
  const float *row(int id) const { return &value[static_cast<size_t>(id) * width]; }
  void update(int id, const float *gradient, float rate) {
    float sum = 1e-12f;
    for (int i = 0; i < width; i++) sum += gradient[i] * gradient[i];
    squares[id] += sum / static_cast<float>(width);
    const float scale = rate / std::sqrt(squares[id]);
    float *values = &value[static_cast<size_t>(id) * width];
    for (int i = 0; i < width; i++) values[i] -= scale * gradient[i];
  }
};

// What a batch asks of a table: a sum per touched row.
struct TableGradient {
  int width;
  Floats value;
  std::vector<uint8_t> touched;
  std::vector<int> rows;
  TableGradient(int count, int width) : width(width), value(static_cast<size_t>(count) * width), touched(count) {}
  float *row(int id) {
    if (!touched[id]) {
      touched[id] = 1;
      rows.push_back(id);
    }
    return &value[static_cast<size_t>(id) * width];
  }
  void add(int id, const float *change) {
    float *sum = row(id);
    for (int i = 0; i < width; i++) sum[i] += change[i];
  }
  void clear() {
    for (int id : rows) {
      touched[id] = 0;
      std::fill_n(&value[static_cast<size_t>(id) * width], width, 0.0f);
    }
    rows.clear();
  }
};
