;; The arithmetic of the context model and the corrector in the exported memory: row-major matrices, products of whole numbers, float32 outside of them.
(module
  (memory (export "memory") 1)

  ;; q = x scales, row by row in whole numbers of 14 bits; steps gets what one of them is worth in each row. inner a multiple of 8.
  (func (export "quantise")
    (param $x i32) (param $scales i32) (param $q i32) (param $steps i32) (param $rows i32) (param $inner i32)
    (local $k i32) (local $most v128) (local $largest f32) (local $by v128)
    (loop $rowLoop
      (local.set $most (v128.const i32x4 0 0 0 0))
      (local.set $k (i32.const 0))
      (loop $mostLoop
        (local.set $most (f32x4.max (local.get $most) (f32x4.abs (f32x4.mul
          (v128.load (i32.add (local.get $x) (local.get $k)))
          (v128.load (i32.add (local.get $scales) (local.get $k)))))))
        (br_if $mostLoop (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.shl (local.get $inner) (i32.const 2)))))
      (local.set $largest (f32.max (f32.const 1e-30) (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
        (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most))))))
      (f32.store (local.get $steps) (f32.div (local.get $largest) (f32.const 8191)))
      (local.set $by (f32x4.splat (f32.div (f32.const 8191) (local.get $largest))))
      (local.set $k (i32.const 0))
      (loop $valueLoop
        (v128.store (i32.add (local.get $q) (i32.shr_u (local.get $k) (i32.const 1)))
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $by) (f32x4.mul
              (v128.load (i32.add (local.get $x) (local.get $k)))
              (v128.load (i32.add (local.get $scales) (local.get $k)))))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $by) (f32x4.mul
              (v128.load offset=16 (i32.add (local.get $x) (local.get $k)))
              (v128.load offset=16 (i32.add (local.get $scales) (local.get $k)))))))))
        (br_if $valueLoop (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 32))) (i32.shl (local.get $inner) (i32.const 2)))))
      (local.set $x (i32.add (local.get $x) (i32.shl (local.get $inner) (i32.const 2))))
      (local.set $q (i32.add (local.get $q) (i32.shl (local.get $inner) (i32.const 1))))
      (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
      (br_if $rowLoop (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; y[rows x columns] = steps q[rows x inner] w. w lies in panels of eight columns, pairs of rows side by side in each:
  ;; what the processor multiplies and adds up in one step. rows a multiple of 4, columns of 8, inner of 2.
  (func (export "multiply")
    (param $q i32) (param $w i32) (param $steps i32) (param $y i32) (param $rows i32) (param $inner i32) (param $columns i32)
    (local $row i32) (local $column i32) (local $k i32)
    (local $q0 i32) (local $q1 i32) (local $q2 i32) (local $q3 i32) (local $at i32) (local $out i32) (local $step i32)
    (local $w0 v128) (local $w1 v128) (local $v v128)
    (local $a0 v128) (local $a1 v128) (local $b0 v128) (local $b1 v128)
    (local $c0 v128) (local $c1 v128) (local $d0 v128) (local $d1 v128)
    (loop $columnLoop
      (local.set $row (i32.const 0))
      (loop $rowLoop
        (local.set $a0 (v128.const i32x4 0 0 0 0)) (local.set $a1 (v128.const i32x4 0 0 0 0))
        (local.set $b0 (v128.const i32x4 0 0 0 0)) (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $c0 (v128.const i32x4 0 0 0 0)) (local.set $c1 (v128.const i32x4 0 0 0 0))
        (local.set $d0 (v128.const i32x4 0 0 0 0)) (local.set $d1 (v128.const i32x4 0 0 0 0))
        (local.set $q0 (i32.add (local.get $q) (i32.shl (i32.mul (local.get $row) (local.get $inner)) (i32.const 1))))
        (local.set $q1 (i32.add (local.get $q0) (i32.shl (local.get $inner) (i32.const 1))))
        (local.set $q2 (i32.add (local.get $q1) (i32.shl (local.get $inner) (i32.const 1))))
        (local.set $q3 (i32.add (local.get $q2) (i32.shl (local.get $inner) (i32.const 1))))
        (local.set $at (i32.add (local.get $w) (i32.shl (i32.mul (local.get $column) (local.get $inner)) (i32.const 1))))
        (local.set $k (local.get $inner))
        (loop $kLoop
          (local.set $w0 (v128.load (local.get $at)))
          (local.set $w1 (v128.load offset=16 (local.get $at)))
          (local.set $v (v128.load32_splat (local.get $q0)))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w0))))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w1))))
          (local.set $v (v128.load32_splat (local.get $q1)))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w0))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w1))))
          (local.set $v (v128.load32_splat (local.get $q2)))
          (local.set $c0 (i32x4.add (local.get $c0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w0))))
          (local.set $c1 (i32x4.add (local.get $c1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w1))))
          (local.set $v (v128.load32_splat (local.get $q3)))
          (local.set $d0 (i32x4.add (local.get $d0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w0))))
          (local.set $d1 (i32x4.add (local.get $d1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w1))))
          (local.set $q0 (i32.add (local.get $q0) (i32.const 4)))
          (local.set $q1 (i32.add (local.get $q1) (i32.const 4)))
          (local.set $q2 (i32.add (local.get $q2) (i32.const 4)))
          (local.set $q3 (i32.add (local.get $q3) (i32.const 4)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $kLoop (local.tee $k (i32.sub (local.get $k) (i32.const 2)))))
        (local.set $out (i32.add (local.get $y)
          (i32.shl (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $column)) (i32.const 2))))
        (local.set $step (i32.add (local.get $steps) (i32.shl (local.get $row) (i32.const 2))))
        (local.set $v (v128.load32_splat (local.get $step)))
        (v128.store (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $a0))))
        (v128.store offset=16 (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $a1))))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (local.set $v (v128.load32_splat offset=4 (local.get $step)))
        (v128.store (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $b0))))
        (v128.store offset=16 (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $b1))))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (local.set $v (v128.load32_splat offset=8 (local.get $step)))
        (v128.store (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $c0))))
        (v128.store offset=16 (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $c1))))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (local.set $v (v128.load32_splat offset=12 (local.get $step)))
        (v128.store (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $d0))))
        (v128.store offset=16 (local.get $out) (f32x4.mul (local.get $v) (f32x4.convert_i32x4_s (local.get $d1))))
        (br_if $rowLoop (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows))))
      (br_if $columnLoop (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 8))) (local.get $columns)))))

  ;; tanh as a fraction of polynomials (Lambert); off by less than 1e-4.
  (func $tanh (param $x v128) (result v128)
    (local $s v128)
    (local.set $x (f32x4.max (f32x4.min (local.get $x) (f32x4.splat (f32.const 4.97))) (f32x4.splat (f32.const -4.97))))
    (local.set $s (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (f32x4.splat (f32.const 135135)) (f32x4.mul (local.get $s)
          (f32x4.add (f32x4.splat (f32.const 17325)) (f32x4.mul (local.get $s)
            (f32x4.add (f32x4.splat (f32.const 378)) (local.get $s)))))))
      (f32x4.add (f32x4.splat (f32.const 135135)) (f32x4.mul (local.get $s)
        (f32x4.add (f32x4.splat (f32.const 62370)) (f32x4.mul (local.get $s)
          (f32x4.add (f32x4.splat (f32.const 3150)) (f32x4.mul (local.get $s) (f32x4.splat (f32.const 28))))))))))

  ;; state = z before + (1 - z) c row by row, where a row of gates holds z and then c before their functions, and the first
  ;; row has nothing before it. width a multiple of 4.
  (func (export "recur")
    (param $gates i32) (param $bias i32) (param $state i32) (param $rows i32) (param $width i32)
    (local $i i32) (local $row i32) (local $step i32) (local $at i32) (local $out i32)
    (local $before v128) (local $z v128) (local $c v128) (local $half v128)
    (local.set $half (f32x4.splat (f32.const 0.5)))
    (local.set $step (i32.shl (local.get $width) (i32.const 2)))
    (loop $columnLoop
      (local.set $row (i32.const 0))
      (local.set $at (i32.add (local.get $gates) (i32.shl (local.get $i) (i32.const 2))))
      (local.set $out (i32.add (local.get $state) (i32.shl (local.get $i) (i32.const 2))))
      (loop $rowLoop
        (local.set $c (call $tanh (f32x4.add
          (v128.load (i32.add (local.get $at) (local.get $step)))
          (v128.load (i32.add (i32.add (local.get $bias) (local.get $step)) (i32.shl (local.get $i) (i32.const 2)))))))
        (if (i32.eqz (local.get $row)) (then (local.set $before (local.get $c))))
        (local.set $z (f32x4.add (local.get $half) (f32x4.mul (local.get $half) (call $tanh (f32x4.mul (local.get $half) (f32x4.add
          (v128.load (local.get $at))
          (v128.load (i32.add (local.get $bias) (i32.shl (local.get $i) (i32.const 2))))))))))
        (local.set $before (f32x4.add (local.get $c)
          (f32x4.mul (local.get $z) (f32x4.sub (local.get $before) (local.get $c)))))
        (v128.store (local.get $out) (local.get $before))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $step) (i32.const 1))))
        (local.set $out (i32.add (local.get $out) (local.get $step)))
        (br_if $rowLoop (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows))))
      (br_if $columnLoop (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $width)))))

  ;; e^x for x up to 0, as a power of two and a polynomial; off by less than 1e-5.
  (func $exp (param $x v128) (result v128)
    (local $n v128)
    (local.set $x (f32x4.max (f32x4.mul (local.get $x) (f32x4.splat (f32.const 1.4426950408889634))) (f32x4.splat (f32.const -126))))
    (local.set $n (f32x4.floor (local.get $x)))
    (local.set $x (f32x4.sub (local.get $x) (local.get $n)))
    (f32x4.mul
      (i32x4.shl (i32x4.add (i32x4.trunc_sat_f32x4_s (local.get $n)) (i32x4.splat (i32.const 127))) (i32.const 23))
      (f32x4.add (f32x4.splat (f32.const 1)) (f32x4.mul (local.get $x)
        (f32x4.add (f32x4.splat (f32.const 0.6931472)) (f32x4.mul (local.get $x)
          (f32x4.add (f32x4.splat (f32.const 0.24015361)) (f32x4.mul (local.get $x)
            (f32x4.add (f32x4.splat (f32.const 0.055826318)) (f32x4.mul (local.get $x)
              (f32x4.add (f32x4.splat (f32.const 0.0089893397)) (f32x4.mul (local.get $x)
                (f32x4.splat (f32.const 0.0018775767))))))))))))))

  ;; One head of attention, four rows at a time: y = softmax(scale q k') v. A row of q holds 3 width numbers, of which the head's
  ;; dim questions begin at q, its keys width numbers further, its values 2 width numbers further; a row of y holds width.
  ;; weights is room for four numbers a row. dim a multiple of 4; rows are filled up to fours with whatever lies there.
  (func (export "attend")
    (param $q i32) (param $y i32) (param $weights i32) (param $rows i32) (param $dim i32) (param $width i32) (param $scale f32)
    (local $i i32) (local $j i32) (local $d i32) (local $at i32) (local $key i32) (local $stride i32) (local $weight i32) (local $out i32)
    (local $v v128) (local $a v128) (local $b v128) (local $c v128) (local $e v128) (local $most v128) (local $total v128)
    (local.set $stride (i32.mul (local.get $width) (i32.const 12)))
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (local.set $dim (i32.shl (local.get $dim) (i32.const 2)))
    (loop $rowLoop
      (local.set $key (i32.add (local.get $q) (local.get $width)))
      (local.set $most (f32x4.splat (f32.const -1e30)))
      (local.set $weight (local.get $weights))
      (local.set $j (local.get $rows))
      (loop $keyLoop
        (local.set $a (v128.const f32x4 0 0 0 0)) (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0)) (local.set $e (v128.const f32x4 0 0 0 0))
        (local.set $at (i32.add (local.get $q) (i32.mul (local.get $i) (local.get $stride))))
        (local.set $d (i32.const 0))
        (loop $dimLoop
          (local.set $v (v128.load (i32.add (local.get $key) (local.get $d))))
          (local.set $out (i32.add (local.get $at) (local.get $d)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $v) (v128.load (local.get $out)))))
          (local.set $out (i32.add (local.get $out) (local.get $stride)))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $v) (v128.load (local.get $out)))))
          (local.set $out (i32.add (local.get $out) (local.get $stride)))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $v) (v128.load (local.get $out)))))
          (local.set $out (i32.add (local.get $out) (local.get $stride)))
          (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $v) (v128.load (local.get $out)))))
          (br_if $dimLoop (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $dim))))
        ;; The sums of a, b, c and e, side by side.
        (local.set $a (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
        (local.set $c (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $e))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $e))))
        (local.set $v (f32x4.mul (f32x4.splat (local.get $scale)) (f32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $c))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $c)))))
        (local.set $most (f32x4.max (local.get $most) (local.get $v)))
        (v128.store (local.get $weight) (local.get $v))
        (local.set $weight (i32.add (local.get $weight) (i32.const 16)))
        (local.set $key (i32.add (local.get $key) (local.get $stride)))
        (br_if $keyLoop (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
      (local.set $total (v128.const f32x4 0 0 0 0))
      (local.set $weight (local.get $weights))
      (local.set $j (local.get $rows))
      (loop $weighLoop
        (local.set $v (call $exp (f32x4.sub (v128.load (local.get $weight)) (local.get $most))))
        (local.set $total (f32x4.add (local.get $total) (local.get $v)))
        (v128.store (local.get $weight) (local.get $v))
        (local.set $weight (i32.add (local.get $weight) (i32.const 16)))
        (br_if $weighLoop (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
      (local.set $total (f32x4.div (f32x4.splat (f32.const 1)) (local.get $total)))
      (local.set $d (i32.const 0))
      (loop $blendLoop
        (local.set $key (i32.add (i32.add (local.get $q) (i32.shl (local.get $width) (i32.const 1))) (local.get $d)))
        (local.set $a (v128.const f32x4 0 0 0 0)) (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0)) (local.set $e (v128.const f32x4 0 0 0 0))
        (local.set $weight (local.get $weights))
        (local.set $j (local.get $rows))
        (loop $valueLoop
          (local.set $v (v128.load (local.get $key)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $v) (v128.load32_splat (local.get $weight)))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $v) (v128.load32_splat offset=4 (local.get $weight)))))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $v) (v128.load32_splat offset=8 (local.get $weight)))))
          (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $v) (v128.load32_splat offset=12 (local.get $weight)))))
          (local.set $weight (i32.add (local.get $weight) (i32.const 16)))
          (local.set $key (i32.add (local.get $key) (local.get $stride)))
          (br_if $valueLoop (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
        (local.set $out (i32.add (i32.add (local.get $y) (i32.mul (local.get $i) (local.get $width))) (local.get $d)))
        (v128.store (local.get $out) (f32x4.mul (local.get $a) (f32x4.splat (f32x4.extract_lane 0 (local.get $total)))))
        (local.set $out (i32.add (local.get $out) (local.get $width)))
        (v128.store (local.get $out) (f32x4.mul (local.get $b) (f32x4.splat (f32x4.extract_lane 1 (local.get $total)))))
        (local.set $out (i32.add (local.get $out) (local.get $width)))
        (v128.store (local.get $out) (f32x4.mul (local.get $c) (f32x4.splat (f32x4.extract_lane 2 (local.get $total)))))
        (local.set $out (i32.add (local.get $out) (local.get $width)))
        (v128.store (local.get $out) (f32x4.mul (local.get $e) (f32x4.splat (f32x4.extract_lane 3 (local.get $total)))))
        (br_if $blendLoop (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $dim))))
      (br_if $rowLoop (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $rows)))))

  ;; Turns pairs of numbers: in each row of x, which is stride bytes long, the first heads stretches of 2 half numbers each are
  ;; (one, other) -> (one cos - other sin, one sin + other cos), with half numbers of cos and sin a row. half a multiple of 4.
  (func (export "turn")
    (param $x i32) (param $cos i32) (param $sin i32) (param $rows i32) (param $heads i32) (param $half i32) (param $stride i32)
    (local $head i32) (local $at i32) (local $i i32) (local $one v128) (local $other v128) (local $c v128) (local $s v128)
    (local.set $half (i32.shl (local.get $half) (i32.const 2)))
    (loop $rowLoop
      (local.set $at (local.get $x))
      (local.set $head (local.get $heads))
      (loop $headLoop
        (local.set $i (i32.const 0))
        (loop $pairLoop
          (local.set $one (v128.load (local.get $at)))
          (local.set $other (v128.load (i32.add (local.get $at) (local.get $half))))
          (local.set $c (v128.load (i32.add (local.get $cos) (local.get $i))))
          (local.set $s (v128.load (i32.add (local.get $sin) (local.get $i))))
          (v128.store (local.get $at)
            (f32x4.sub (f32x4.mul (local.get $one) (local.get $c)) (f32x4.mul (local.get $other) (local.get $s))))
          (v128.store (i32.add (local.get $at) (local.get $half))
            (f32x4.add (f32x4.mul (local.get $one) (local.get $s)) (f32x4.mul (local.get $other) (local.get $c))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $pairLoop (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $half))))
        (local.set $at (i32.add (local.get $at) (local.get $half)))
        (br_if $headLoop (local.tee $head (i32.sub (local.get $head) (i32.const 1)))))
      (local.set $x (i32.add (local.get $x) (local.get $stride)))
      (local.set $cos (i32.add (local.get $cos) (local.get $half)))
      (local.set $sin (i32.add (local.get $sin) (local.get $half)))
      (br_if $rowLoop (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; x += y; size a multiple of 4, as in the next.
  (func (export "add") (param $x i32) (param $y i32) (param $size i32)
    (loop $valueLoop
      (v128.store (local.get $x) (f32x4.add (v128.load (local.get $x)) (v128.load (local.get $y))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $valueLoop (local.tee $size (i32.sub (local.get $size) (i32.const 4))))))

  ;; x = x^2 where it is above 0, else 0.
  (func (export "square") (param $x i32) (param $size i32)
    (local $v v128)
    (loop $valueLoop
      (local.set $v (f32x4.max (v128.load (local.get $x)) (v128.const f32x4 0 0 0 0)))
      (v128.store (local.get $x) (f32x4.mul (local.get $v) (local.get $v)))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $valueLoop (local.tee $size (i32.sub (local.get $size) (i32.const 4))))))

  ;; x = x by + more in each row; columns a multiple of 4.
  (func (export "weigh") (param $x i32) (param $by i32) (param $more i32) (param $rows i32) (param $columns i32)
    (local $i i32)
    (local.set $columns (i32.shl (local.get $columns) (i32.const 2)))
    (loop $rowLoop
      (local.set $i (i32.const 0))
      (loop $valueLoop
        (v128.store (i32.add (local.get $x) (local.get $i)) (f32x4.add
          (v128.load (i32.add (local.get $more) (local.get $i)))
          (f32x4.mul (v128.load (i32.add (local.get $x) (local.get $i))) (v128.load (i32.add (local.get $by) (local.get $i))))))
        (br_if $valueLoop (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $columns))))
      (local.set $x (i32.add (local.get $x) (local.get $columns)))
      (br_if $rowLoop (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
