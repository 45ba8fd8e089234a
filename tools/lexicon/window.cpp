// Trains the window model: which of a character and its look- and sound-alikes fits the eight characters on
// either side. Usage: window IDS CONFUSION_START CONFUSION_OTHER VOCABULARY SECONDS OUT
// IDS is uint16, the confusion table uint32 starts and uint16 ids; OUT gets the float32 weights in the order
// embeddings, first layer, its bias, second layer, its bias, output embeddings, output bias.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace {

constexpr int REACH = 8, SLOTS = 2 * REACH, EMBEDDING = 64, INPUT = SLOTS * EMBEDDING;
constexpr int HIDDEN = 320, CODE = 128, BATCH = 256, MOST_RIVALS = 96;
constexpr float CORRUPTED = 0.03f;

using Floats = std::vector<float>;

template <class T> std::vector<T> load(const char *path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<T> values(static_cast<size_t>(file.tellg()) / sizeof(T));
  file.seekg(0);
  file.read(reinterpret_cast<char *>(values.data()), values.size() * sizeof(T));
  return values;
}

struct Random {
  uint64_t state = 0x9e3779b97f4a7c15ull;
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

// C[rows x columns] (+)= A[rows x inner] B[inner x columns]; rows a multiple of 8, columns of 32.
void multiply(const float *a, const float *b, float *c, int rows, int inner, int columns, bool add) {
  typedef float Lane __attribute__((vector_size(64), aligned(4)));
  for (int column = 0; column < columns; column += 32)
    for (int row = 0; row < rows; row += 8) {
      Lane sum[8][2];
      for (int r = 0; r < 8; r++) sum[r][0] = sum[r][1] = Lane{};
      for (int k = 0; k < inner; k++) {
        const Lane *right = reinterpret_cast<const Lane *>(b + static_cast<size_t>(k) * columns + column);
        for (int r = 0; r < 8; r++) {
          const float left = a[static_cast<size_t>(row + r) * inner + k];
          sum[r][0] += left * right[0];
          sum[r][1] += left * right[1];
        }
      }
      for (int r = 0; r < 8; r++) {
        Lane *out = reinterpret_cast<Lane *>(c + static_cast<size_t>(row + r) * columns + column);
        out[0] = add ? out[0] + sum[r][0] : sum[r][0];
        out[1] = add ? out[1] + sum[r][1] : sum[r][1];
      }
    }
}

void transpose(const float *from, float *to, int rows, int columns) {
  for (int row = 0; row < rows; row += 16)
    for (int column = 0; column < columns; column += 16)
      for (int r = row; r < row + 16; r++)
        for (int c = column; c < column + 16; c++) to[static_cast<size_t>(c) * rows + r] = from[static_cast<size_t>(r) * columns + c];
}

// A weight matrix with Adam state.
struct Dense {
  Floats value, gradient, first, second;
  explicit Dense(size_t size) : value(size), gradient(size), first(size), second(size) {}
  void update(float rate, int step) {
    const float fix1 = 1 - std::pow(0.9f, step), fix2 = 1 - std::pow(0.999f, step);
    for (size_t i = 0; i < value.size(); i++) {
      first[i] = 0.9f * first[i] + 0.1f * gradient[i];
      second[i] = 0.999f * second[i] + 0.001f * gradient[i] * gradient[i];
      value[i] -= rate * (first[i] / fix1) / (std::sqrt(second[i] / fix2) + 1e-8f);
    }
  }
};

// One row per character, each with its own Adagrad state (rows are touched rarely and unevenly).
struct Rows {
  int width;
  Floats value, squares;
  Rows(int count, int width) : width(width), value(static_cast<size_t>(count) * width), squares(count, 1e-4f) {}
  float *row(int id) { return &value[static_cast<size_t>(id) * width]; }
  void update(int id, const float *gradient, float rate) {
    float sum = 0;
    for (int i = 0; i < width; i++) sum += gradient[i] * gradient[i];
    squares[id] += sum / width;
    const float scale = rate / std::sqrt(squares[id]);
    float *values = row(id);
    for (int i = 0; i < width; i++) values[i] -= scale * gradient[i];
  }
};

}  // namespace

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  const auto ids = load<uint16_t>(argv[1]);
  const auto start = load<uint32_t>(argv[2]);
  const auto other = load<uint16_t>(argv[3]);
  const int vocabulary = std::atoi(argv[4]);
  const double seconds = std::atof(argv[5]);
  Random random;

  Rows embeddings(vocabulary, EMBEDDING), outputs(vocabulary, CODE);
  Floats bias(vocabulary), biasSquares(vocabulary, 1e-4f);
  Dense w1(INPUT * HIDDEN), b1(HIDDEN), w2(HIDDEN * CODE), b2(CODE);
  for (auto &v : embeddings.value) v = 0.1f * random.normal();
  for (auto &v : outputs.value) v = 0.05f * random.normal();
  for (auto &v : w1.value) v = random.normal() * std::sqrt(2.0f / INPUT) * 3;
  for (auto &v : w2.value) v = random.normal() * std::sqrt(2.0f / HIDDEN);

  Floats x(BATCH * INPUT), xT(BATCH * INPUT), dx(BATCH * INPUT), h(BATCH * HIDDEN), hT(BATCH * HIDDEN), dh(BATCH * HIDDEN);
  Floats code(BATCH * CODE), dcode(BATCH * CODE), w1T(INPUT * HIDDEN), w2T(HIDDEN * CODE);
  std::vector<int> context(BATCH * SLOTS), target(BATCH);
  const auto save = [&] {
    std::ofstream out(argv[6], std::ios::binary);
    for (const Floats *part : {&embeddings.value, &w1.value, &b1.value, &w2.value, &b2.value, &outputs.value, &bias})
      out.write(reinterpret_cast<const char *>(part->data()), static_cast<std::streamsize>(part->size() * sizeof(float)));
  };
  double loss = 0, right = 0, count = 0;
  const auto began = std::chrono::steady_clock::now();
  for (int step = 1;; step++) {
    const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (spent > seconds) break;
    const float left = static_cast<float>(1 - spent / seconds);
    const float denseRate = 0.001f * left + 0.00002f, rowRate = 0.03f * left + 0.0005f;

    for (int b = 0; b < BATCH; b++) {
      uint32_t at;
      do at = REACH + random.below(static_cast<uint32_t>(ids.size()) - 2 * REACH);
      while (start[ids[at]] == start[ids[at] + 1]);
      target[b] = ids[at];
      for (int side = -1; side <= 1; side += 2) {
        bool open = true;
        for (int distance = 1; distance <= REACH; distance++) {
          int id = open ? ids[at + side * distance] : 0;
          if (id == 1) open = false;
          if (random.unit() < CORRUPTED && start[id] < start[id + 1]) id = other[start[id] + random.below(start[id + 1] - start[id])];
          const int slot = side < 0 ? REACH - distance : REACH - 1 + distance;
          context[b * SLOTS + slot] = id;
          std::copy_n(embeddings.row(id), EMBEDDING, &x[b * INPUT + slot * EMBEDDING]);
        }
      }
    }

    multiply(x.data(), w1.value.data(), h.data(), BATCH, INPUT, HIDDEN, false);
    for (int b = 0; b < BATCH; b++)
      for (int i = 0; i < HIDDEN; i++) h[b * HIDDEN + i] = std::max(0.0f, h[b * HIDDEN + i] + b1.value[i]);
    multiply(h.data(), w2.value.data(), code.data(), BATCH, HIDDEN, CODE, false);
    std::fill(dcode.begin(), dcode.end(), 0.0f);
    for (int b = 0; b < BATCH; b++) {
      float *c = &code[b * CODE], *dc = &dcode[b * CODE];
      for (int i = 0; i < CODE; i++) c[i] += b2.value[i];
      int rivals[MOST_RIVALS + 1];
      float scores[MOST_RIVALS + 1];
      rivals[0] = target[b];
      int size = static_cast<int>(start[target[b] + 1] - start[target[b]]);
      const int skip = size > MOST_RIVALS ? random.below(size) : 0;
      const int used = std::min(size, MOST_RIVALS);
      for (int r = 0; r < used; r++) rivals[r + 1] = other[start[target[b]] + (skip + r) % size];
      float top = -1e9f;
      for (int r = 0; r <= used; r++) {
        const float *o = outputs.row(rivals[r]);
        float sum = bias[rivals[r]];
        for (int i = 0; i < CODE; i++) sum += c[i] * o[i];
        scores[r] = sum;
        top = std::max(top, sum);
      }
      float total = 0;
      bool best = scores[0] >= top;
      for (int r = 0; r <= used; r++) total += scores[r] = std::exp(scores[r] - top);
      loss -= std::log(scores[0] / total + 1e-9f);
      right += best;
      count++;
      for (int r = 0; r <= used; r++) {
        const float gradient = scores[r] / total - (r == 0 ? 1.0f : 0.0f);
        if (std::fabs(gradient) < 1e-4f) continue;
        float *o = outputs.row(rivals[r]);
        float change[CODE];
        for (int i = 0; i < CODE; i++) {
          dc[i] += gradient * o[i] / BATCH;
          change[i] = gradient * c[i];
        }
        outputs.update(rivals[r], change, rowRate);
        biasSquares[rivals[r]] += gradient * gradient;
        bias[rivals[r]] -= rowRate * gradient / std::sqrt(biasSquares[rivals[r]]);
      }
    }

    transpose(h.data(), hT.data(), BATCH, HIDDEN);
    multiply(hT.data(), dcode.data(), w2.gradient.data(), HIDDEN, BATCH, CODE, false);
    transpose(w2.value.data(), w2T.data(), HIDDEN, CODE);
    multiply(dcode.data(), w2T.data(), dh.data(), BATCH, CODE, HIDDEN, false);
    std::fill(b1.gradient.begin(), b1.gradient.end(), 0.0f);
    std::fill(b2.gradient.begin(), b2.gradient.end(), 0.0f);
    for (int b = 0; b < BATCH; b++) {
      for (int i = 0; i < HIDDEN; i++) {
        if (h[b * HIDDEN + i] <= 0) dh[b * HIDDEN + i] = 0;
        b1.gradient[i] += dh[b * HIDDEN + i];
      }
      for (int i = 0; i < CODE; i++) b2.gradient[i] += dcode[b * CODE + i];
    }
    transpose(x.data(), xT.data(), BATCH, INPUT);
    multiply(xT.data(), dh.data(), w1.gradient.data(), INPUT, BATCH, HIDDEN, false);
    transpose(w1.value.data(), w1T.data(), INPUT, HIDDEN);
    multiply(dh.data(), w1T.data(), dx.data(), BATCH, HIDDEN, INPUT, false);
    for (int b = 0; b < BATCH; b++)
      for (int slot = 0; slot < SLOTS; slot++) {
        float *gradient = &dx[b * INPUT + slot * EMBEDDING];
        for (int i = 0; i < EMBEDDING; i++) gradient[i] *= BATCH;
        embeddings.update(context[b * SLOTS + slot], gradient, rowRate);
      }
    for (Dense *dense : {&w1, &b1, &w2, &b2}) dense->update(denseRate, step);

    if (step % 2000 == 0) {
      std::printf("%.0f s, %.1f M examples, loss %.4f, right %.4f\n", spent, step * (BATCH / 1e6), loss / count, right / count);
      std::fflush(stdout);
      loss = right = count = 0;
      save();
    }
  }
  save();
}
