// One batch of text through the context model and back.
#pragma once
#include "model.h"

constexpr int STREAMS = 16, LENGTH = 64, ROWS = STREAMS * LENGTH;
constexpr int MOST_RIVALS = 160, STRANGERS = 12;
// Share of characters at which an error starts, since the texts to be checked have some, and share of those errors that
// take the next character along: whoever picks the wrong word gets two of them wrong.
constexpr float CORRUPTED = 0.02f, BOTH = 0.25f;

// For each character those it may stand for, and which are Chinese at all.
struct Alternatives {
  std::vector<uint32_t> start;
  std::vector<uint16_t> other;
  std::vector<int> known;
  int count(int id) const { return static_cast<int>(start[id + 1] - start[id]); }
};

struct Batch {
  Random random;
  std::vector<int> target, ids[2];
  Floats input[2], joint, hidden, code, dCode, dHidden, dJoint, dState[2], dFirst, dInput;
  LayerRun runs[2][2] = {{{ROWS, STREAMS}, {ROWS, STREAMS}}, {{ROWS, STREAMS}, {ROWS, STREAMS}}};
  std::vector<LayerGradient> layers;
  Floats join, joinBias, codeGradient, codeBias;
  TableGradient embeddings, outputs, bias;
  double loss = 0, right = 0, count = 0;

  Batch(const Model &model, int seed)
      : random(seed), target(ROWS), joint(ROWS * JOINT_INPUT), hidden(ROWS * JOINT), code(ROWS * CODE), dCode(ROWS * CODE),
        dHidden(ROWS * JOINT), dJoint(ROWS * JOINT_INPUT), dFirst(ROWS * HIDDEN), dInput(ROWS * TAPS * EMBEDDING),
        join(model.join.value.size()), joinBias(JOINT), codeGradient(model.code.value.size()), codeBias(CODE),
        embeddings(model.vocabulary, EMBEDDING), outputs(model.vocabulary, CODE), bias(model.vocabulary, 1) {
    for (int side = 0; side < 2; side++) {
      ids[side].resize(ROWS);
      input[side].resize(ROWS * TAPS * EMBEDDING);
      dState[side].resize(ROWS * HIDDEN);
      layers.emplace_back(model.readers[side].first);
      layers.emplace_back(model.readers[side].second);
    }
  }

  // Draws stretches of text; the reader from the right gets them reversed.
  void draw(const std::vector<uint16_t> &text, const Alternatives &alternatives) {
    for (int stream = 0; stream < STREAMS; stream++) {
      const uint32_t from = random.below(static_cast<uint32_t>(text.size()) - LENGTH);
      bool again = false;
      for (int time = 0; time < LENGTH; time++) {
        const int id = text[from + time], row = time * STREAMS + stream;
        target[row] = id;
        int seen = id;
        const bool wrong = again || random.unit() < CORRUPTED;
        again = wrong && !again && random.unit() < BOTH;
        if (wrong && alternatives.count(id) > 0) {
          // Ids fall with frequency: of three the most common.
          seen = 1 << 20;
          for (int tries = 0; tries < 3; tries++)
            seen = std::min<int>(seen, alternatives.other[alternatives.start[id] + random.below(alternatives.count(id))]);
        }
        ids[0][row] = seen;
        ids[1][(LENGTH - 1 - time) * STREAMS + stream] = seen;
      }
    }
  }

  void forward(const Model &model) {
    for (int side = 0; side < 2; side++) {
      for (int row = 0; row < ROWS; row++)
        for (int tap = 0; tap < TAPS; tap++) {
          const float *from = model.embeddings.row(seenAt(side, row, tap));
          std::copy_n(from, EMBEDDING, &input[side][(row * TAPS + tap) * EMBEDDING]);
        }
      runs[side][0].forward(model.readers[side].first, input[side], ids[side], STREAMS);
      runs[side][1].forward(model.readers[side].second, runs[side][0].state, ids[side], STREAMS);
    }
    for (int row = 0; row < ROWS; row++)
      for (int side = 0; side < 2; side++) {
        const int beside = neighbour(side, row);
        float *to = &joint[row * JOINT_INPUT + side * HIDDEN];
        float *near = &joint[row * JOINT_INPUT + 2 * HIDDEN + side * EMBEDDING];
        if (beside < 0) {
          std::fill_n(to, HIDDEN, 0.0f);
          std::copy_n(model.embeddings.row(OTHER), EMBEDDING, near);
          continue;
        }
        const float *one = &runs[side][0].state[beside * HIDDEN], *two = &runs[side][1].state[beside * HIDDEN];
        for (int i = 0; i < HIDDEN; i++) to[i] = one[i] + two[i];
        std::copy_n(model.embeddings.row(ids[side][beside]), EMBEDDING, near);
      }
    multiply(joint.data(), model.join.value.data(), hidden.data(), ROWS, JOINT_INPUT, JOINT);
    for (int row = 0; row < ROWS; row++)
      for (int i = 0; i < JOINT; i++) hidden[row * JOINT + i] = std::max(0.0f, hidden[row * JOINT + i] + model.joinBias.value[i]);
    multiply(hidden.data(), model.code.value.data(), code.data(), ROWS, JOINT, CODE);
    for (int row = 0; row < ROWS; row++)
      for (int i = 0; i < CODE; i++) code[row * CODE + i] += model.codeBias.value[i];
  }

  // Softmax over the character, those it may be mistaken for and a few strangers; leaves the gradient in dCode.
  void judge(const Model &model, const Alternatives &alternatives) {
    std::fill(dCode.begin(), dCode.end(), 0.0f);
    int rivals[MOST_RIVALS + STRANGERS + 1];
    float scores[MOST_RIVALS + STRANGERS + 1], change[CODE];
    for (int row = STREAMS; row < ROWS - STREAMS; row++) {
      const int own = target[row], size = alternatives.count(own);
      if (size == 0) continue;
      const float *c = &code[row * CODE];
      float *dc = &dCode[row * CODE];
      int used = 0;
      rivals[used++] = own;
      const int skip = size > MOST_RIVALS ? static_cast<int>(random.below(size)) : 0;
      for (int r = 0; r < std::min(size, MOST_RIVALS); r++) rivals[used++] = alternatives.other[alternatives.start[own] + (skip + r) % size];
      for (int r = 0; r < STRANGERS; r++) {
        const int stranger = alternatives.known[random.below(static_cast<uint32_t>(alternatives.known.size()))];
        if (stranger != own) rivals[used++] = stranger;
      }
      float top = -1e9f, total = 0;
      for (int r = 0; r < used; r++) {
        const float *o = model.outputs.row(rivals[r]);
        float sum = *model.bias.row(rivals[r]);
        for (int i = 0; i < CODE; i++) sum += c[i] * o[i];
        scores[r] = sum;
        top = std::max(top, sum);
      }
      right += scores[0] >= top;
      for (int r = 0; r < used; r++) total += scores[r] = std::exp(scores[r] - top);
      loss -= std::log(scores[0] / total + 1e-9f);
      count++;
      for (int r = 0; r < used; r++) {
        const float gradient = scores[r] / total - (r == 0 ? 1.0f : 0.0f);
        if (std::fabs(gradient) < 2e-4f) continue;
        const float *o = model.outputs.row(rivals[r]);
        for (int i = 0; i < CODE; i++) {
          dc[i] += gradient * o[i];
          change[i] = gradient * c[i];
        }
        outputs.add(rivals[r], change);
        bias.add(rivals[r], &gradient);
      }
    }
  }

  void backward(const Model &model) {
    for (int row = 0; row < ROWS; row++)
      for (int i = 0; i < CODE; i++) codeBias[i] += dCode[row * CODE + i];
    multiply(hidden.data(), dCode.data(), codeGradient.data(), JOINT, ROWS, CODE, TURNED, STRAIGHT, true);
    multiply(dCode.data(), model.code.value.data(), dHidden.data(), ROWS, CODE, JOINT, STRAIGHT, TURNED);
    for (int row = 0; row < ROWS; row++)
      for (int i = 0; i < JOINT; i++) {
        if (hidden[row * JOINT + i] <= 0) dHidden[row * JOINT + i] = 0;
        joinBias[i] += dHidden[row * JOINT + i];
      }
    multiply(joint.data(), dHidden.data(), join.data(), JOINT_INPUT, ROWS, JOINT, TURNED, STRAIGHT, true);
    multiply(dHidden.data(), model.join.value.data(), dJoint.data(), ROWS, JOINT, JOINT_INPUT, STRAIGHT, TURNED);
    for (int side = 0; side < 2; side++) {
      std::fill(dState[side].begin(), dState[side].end(), 0.0f);
      for (int row = 0; row < ROWS; row++) {
        const int beside = neighbour(side, row);
        const float *near = &dJoint[row * JOINT_INPUT + 2 * HIDDEN + side * EMBEDDING];
        embeddings.add(beside < 0 ? OTHER : ids[side][beside], near);
        if (beside >= 0) std::copy_n(&dJoint[row * JOINT_INPUT + side * HIDDEN], HIDDEN, &dState[side][beside * HIDDEN]);
      }
      const Reader &reader = model.readers[side];
      runs[side][1].backward(reader.second, runs[side][0].state, dState[side], ROWS, STREAMS, layers[side * 2 + 1], dFirst.data());
      for (size_t i = 0; i < dFirst.size(); i++) dFirst[i] += dState[side][i];
      runs[side][0].backward(reader.first, input[side], dFirst, ROWS, STREAMS, layers[side * 2], dInput.data());
      for (int row = 0; row < ROWS; row++)
        for (int tap = 0; tap < TAPS; tap++) embeddings.add(seenAt(side, row, tap), &dInput[(row * TAPS + tap) * EMBEDDING]);
    }
  }

  void clear() {
    for (auto &layer : layers) {
      std::fill(layer.weights.begin(), layer.weights.end(), 0.0f);
      std::fill(layer.bias.begin(), layer.bias.end(), 0.0f);
    }
    for (Floats *part : {&join, &joinBias, &codeGradient, &codeBias}) std::fill(part->begin(), part->end(), 0.0f);
    embeddings.clear();
    outputs.clear();
    bias.clear();
    loss = right = count = 0;
  }

 private:
  // The row of a reader that has just read the character before (or, from the right, after) the place of `row`; -1 outside.
  int neighbour(int side, int row) const {
    const int time = row / STREAMS, stream = row % STREAMS;
    const int before = side == 0 ? time - 1 : LENGTH - 2 - time;
    return before < 0 ? -1 : before * STREAMS + stream;
  }
  // What a reader sees `tap` characters ago; nothing beyond the start of the sentence.
  int seenAt(int side, int row, int tap) const {
    for (int back = 0; back < tap; back++)
      if (row - back * STREAMS < 0 || ids[side][row - back * STREAMS] == BOUNDARY) return OTHER;
    const int at = row - tap * STREAMS;
    return at < 0 ? OTHER : ids[side][at];
  }
};
