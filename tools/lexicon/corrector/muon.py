"""An optimiser for whole matrices."""

import torch


class Muon(torch.optim.Optimizer):
    """Momentum whose step is turned into a rotation (Jordan et al. 2024): whole matrices learn evenly in all directions."""

    def __init__(self, matrices, lr, momentum=0.95, weight_decay=0.01):
        super().__init__(matrices, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            rate, momentum = group["lr"], group["momentum"]
            alike = {}
            for matrix in group["params"]:
                state = self.state[matrix]
                moved = state.setdefault("moved", torch.zeros_like(matrix))
                moved.lerp_(matrix.grad, 1 - momentum)
                push = matrix.grad.lerp(moved, momentum)
                alike.setdefault(tuple(sorted(matrix.shape)), []).append((matrix, push))
            for parts in alike.values():
                lying = [push if push.shape[0] <= push.shape[1] else push.t() for _, push in parts]
                for (matrix, push), turn in zip(parts, rotation(torch.stack(lying)), strict=True):
                    turn = turn if push.shape[0] <= push.shape[1] else turn.t()
                    matrix.mul_(1 - rate * group["weight_decay"])
                    matrix.add_(turn, alpha=-rate * max(1, matrix.shape[1] / matrix.shape[0]) ** 0.5)


def rotation(matrices):
    """About the nearest rotation to each of several matrices that are no higher than wide: five steps of Newton and Schulz."""
    x = matrices.bfloat16() if matrices.is_cuda else matrices
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.mT
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x.to(matrices.dtype)
