// The context model: two readers, one from the left and one from the right, and a layer that joins what both know
// of a place without having seen the character in it. Each reader has two layers of a quasi-recurrent network
// (Bradbury et al. 2016): h = z h' + (1 - z) c, where z and c come from the layer's input alone.
#pragma once
#include "matrix.h"

constexpr int EMBEDDING = 64, TAPS = 3, HIDDEN = 256, JOINT = 320, CODE = 128;
constexpr int JOINT_INPUT = 2 * HIDDEN + 2 * EMBEDDING;
constexpr int OTHER = 0, BOUNDARY = 1;

struct Layer {
  Dense weights, bias;
  explicit Layer(int inputs) : weights(inputs, 2 * HIDDEN), bias(1, 2 * HIDDEN) {}
  void start(Random &random) {
    for (auto &v : weights.value) v = random.normal() / std::sqrt(static_cast<float>(weights.rows)) * 1.5f;
    // Gates forget over one to twenty characters.
    for (int i = 0; i < HIDDEN; i++) bias.value[i] = -1 + 4 * random.unit();
  }
};

struct LayerGradient {
  Floats weights, bias;
  explicit LayerGradient(const Layer &of) : weights(of.weights.value.size()), bias(2 * HIDDEN) {}
};

struct Reader {
  Layer first{TAPS * EMBEDDING}, second{HIDDEN};
};

struct Model {
  int vocabulary;
  Table embeddings, outputs, bias;
  Reader readers[2];
  Dense join{JOINT_INPUT, JOINT}, joinBias{1, JOINT}, code{JOINT, CODE}, codeBias{1, CODE};

  explicit Model(int vocabulary)
      : vocabulary(vocabulary), embeddings(vocabulary, EMBEDDING), outputs(vocabulary, CODE), bias(vocabulary, 1) {
    Random random(1);
    for (auto &v : embeddings.value) v = 0.3f * random.normal();
    for (auto &v : outputs.value) v = 0.05f * random.normal();
    for (auto &reader : readers) {
      reader.first.start(random);
      reader.second.start(random);
    }
    for (auto &v : join.value) v = random.normal() * std::sqrt(2.0f / JOINT_INPUT);
    for (auto &v : code.value) v = random.normal() * std::sqrt(1.0f / JOINT);
  }
};

// One layer of one reader over a batch; rows run time by time, `streams` to a time.
struct LayerRun {
  Floats gates, state, change, carry;
  LayerRun(int rows, int streams) : gates(rows * 2 * HIDDEN), state(rows * HIDDEN), change(rows * 2 * HIDDEN), carry(streams * HIDDEN) {}

  // `ids` tells where a sentence starts: what was before it is forgotten.
  void forward(const Layer &layer, const Floats &input, const std::vector<int> &ids, int streams) {
    const int rows = static_cast<int>(ids.size());
    multiply(input.data(), layer.weights.value.data(), gates.data(), rows, layer.weights.rows, 2 * HIDDEN);
    for (int row = 0; row < rows; row++) {
      float *z = &gates[row * 2 * HIDDEN], *c = z + HIDDEN, *h = &state[row * HIDDEN];
      const float *bias = layer.bias.value.data();
      for (int i = 0; i < HIDDEN; i++) z[i] = 1 / (1 + std::exp(-(z[i] + bias[i])));
      for (int i = 0; i < HIDDEN; i++) c[i] = 2 / (1 + std::exp(-2 * (c[i] + bias[HIDDEN + i]))) - 1;
      if (row < streams || ids[row] == BOUNDARY) std::fill_n(z, HIDDEN, 0.0f);
      const float *before = row < streams ? h : h - streams * HIDDEN;
      if (row < streams) std::copy_n(c, HIDDEN, h);
      else
        for (int i = 0; i < HIDDEN; i++) h[i] = z[i] * before[i] + (1 - z[i]) * c[i];
    }
  }

  // Turns the gradient of the states into that of weights, bias and (when asked for) input.
  void backward(const Layer &layer, const Floats &input, const Floats &dState, int rows, int streams, LayerGradient &sum, float *dInput) {
    std::fill(carry.begin(), carry.end(), 0.0f);
    for (int row = rows - 1; row >= 0; row--) {
      const float *z = &gates[row * 2 * HIDDEN], *c = z + HIDDEN;
      float *dz = &change[row * 2 * HIDDEN], *dc = dz + HIDDEN, *back = &carry[(row % streams) * HIDDEN];
      const float *before = row < streams ? c : &state[(row - streams) * HIDDEN];
      const float *from = &dState[row * HIDDEN];
      for (int i = 0; i < HIDDEN; i++) {
        const float d = from[i] + back[i];
        dz[i] = d * (before[i] - c[i]) * z[i] * (1 - z[i]);
        dc[i] = d * (1 - z[i]) * (1 - c[i] * c[i]);
        back[i] = d * z[i];
      }
      for (int i = 0; i < 2 * HIDDEN; i++) sum.bias[i] += dz[i];
    }
    const int width = layer.weights.rows;
    multiply(input.data(), change.data(), sum.weights.data(), width, rows, 2 * HIDDEN, TURNED, STRAIGHT, true);
    multiply(change.data(), layer.weights.value.data(), dInput, rows, 2 * HIDDEN, width, STRAIGHT, TURNED);
  }
};
