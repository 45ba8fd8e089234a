// Dense arithmetic for the context model: row-major float matrices and the rules by which weights learn.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>
#ifdef __AVX512BF16__
#include <immintrin.h>
#endif

using Floats = std::vector<float>;

// Products are taken of numbers rounded to bfloat16, two at a time, and added up as floats: twice as fast where the
// processor can, and training does not notice. A pair is two neighbours along the dimension that is summed over.
typedef float Lane __attribute__((vector_size(64), aligned(4)));
typedef uint32_t Pairs __attribute__((vector_size(64), aligned(4)));

inline uint32_t rounded(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, 4);
  return (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
}
inline uint32_t paired(float first, float second) { return rounded(first) | rounded(second) << 16; }

#ifdef __AVX512BF16__
inline void addProduct(Lane &sum, uint32_t left, const Pairs &right) {
  sum = (Lane)_mm512_dpbf16_ps((__m512)sum, (__m512bh)_mm512_set1_epi32(static_cast<int>(left)), (__m512bh)right);
}
#else
inline void addProduct(Lane &sum, uint32_t left, const Pairs &right) {
  const uint32_t low = left << 16, high = left & 0xffff0000u;
  float first, second;
  std::memcpy(&first, &low, 4);
  std::memcpy(&second, &high, 4);
  sum += first * (Lane)(right << 16) + second * (Lane)(right & 0xffff0000u);
}
#endif

// How a factor lies in memory.
enum Lies { STRAIGHT, TURNED };

// C[rows x columns] (+)= A[rows x inner] B[inner x columns], either factor perhaps lying turned (A as inner x rows, B as
// columns x inner); rows a multiple of 8, columns of 32, inner of 2.
inline void multiply(const float *a, const float *b, float *c, int rows, int inner, int columns, Lies aLies = STRAIGHT, Lies bLies = STRAIGHT,
                     bool add = false) {
  constexpr int BLOCK = 256;
  static thread_local std::vector<uint32_t> left, panel(BLOCK * 32);
  const int half = inner / 2;
  left.resize(static_cast<size_t>(rows) * half);
  if (aLies == STRAIGHT)
    for (size_t i = 0; i < left.size(); i++) left[i] = paired(a[2 * i], a[2 * i + 1]);
  else
    for (int k = 0; k < half; k++)
      for (int row = 0; row < rows; row++)
        left[static_cast<size_t>(k) * rows + row] = paired(a[static_cast<size_t>(2 * k) * rows + row], a[static_cast<size_t>(2 * k + 1) * rows + row]);
  const size_t rowStep = aLies == STRAIGHT ? half : 1, innerStep = aLies == STRAIGHT ? 1 : rows;
  for (int from = 0; from < half; from += BLOCK) {
    const int depth = std::min(BLOCK, half - from);
    const bool keep = add || from > 0;
    for (int column = 0; column < columns; column += 32) {
      for (int k = 0; k < depth; k++)
        for (int i = 0; i < 32; i++) {
          const size_t first = 2 * (from + k), at = column + i;
          panel[k * 32 + i] = bLies == STRAIGHT ? paired(b[first * columns + at], b[(first + 1) * columns + at]) : paired(b[at * inner + first], b[at * inner + first + 1]);
        }
      for (int row = 0; row < rows; row += 8) {
        Lane sum[8][2];
        for (int r = 0; r < 8; r++) sum[r][0] = sum[r][1] = Lane{};
        const uint32_t *from8 = &left[row * rowStep + from * innerStep];
        for (int k = 0; k < depth; k++) {
          const Pairs *right = reinterpret_cast<const Pairs *>(&panel[k * 32]);
          for (int r = 0; r < 8; r++) {
            const uint32_t value = from8[r * rowStep + k * innerStep];
            addProduct(sum[r][0], value, right[0]);
            addProduct(sum[r][1], value, right[1]);
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
