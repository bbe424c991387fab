(module
  (import "loops" "memory" (memory 1))

  ;; The loops of dot.ts and filter.ts on pairs of values. Every sum is rounded in the order of those, so that the
  ;; results are the same bits. Addresses are in bytes, counts in values of eight bytes.

  ;; Inner product of n values; four running sums, the last three values at most added to the first.
  (func $dot (param $a i32) (param $b i32) (param $n i32) (result f64)
    (local $p v128) (local $q v128) (local $end i32) (local $s f64)
    (local.set $end (i32.add (local.get $a) (i32.shl (i32.and (local.get $n) (i32.const -4)) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $p (f64x2.add (local.get $p)
          (f64x2.mul (v128.load (local.get $a)) (v128.load (local.get $b)))))
        (local.set $q (f64x2.add (local.get $q)
          (f64x2.mul (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br $next)))
    (local.set $s (f64x2.extract_lane 0 (local.get $p)))
    (local.set $end (i32.add (local.get $a) (i32.shl (i32.and (local.get $n) (i32.const 3)) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $s (f64.add (local.get $s) (f64.mul (f64.load (local.get $a)) (f64.load (local.get $b)))))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br $next)))
    (f64.add
      (f64.add (local.get $s) (f64x2.extract_lane 1 (local.get $p)))
      (f64.add (f64x2.extract_lane 0 (local.get $q)) (f64x2.extract_lane 1 (local.get $q)))))

  (func $across (param $s v128) (result f64)
    (f64.add (f64x2.extract_lane 0 (local.get $s)) (f64x2.extract_lane 1 (local.get $s))))

  ;; The odd last value belongs to the even sum.
  (func $tail (param $s v128) (param $u f64) (param $v f64) (result v128)
    (f64x2.replace_lane 0 (local.get $s)
      (f64.add (f64x2.extract_lane 0 (local.get $s)) (f64.mul (local.get $u) (local.get $v)))))

  ;; Inner products of one vector with consecutive rows, four at a time; even and odd values in two sums.
  (func $dotRows (export "dotRows") (param $a i32) (param $rows i32) (param $count i32) (param $n i32) (param $out i32)
    (local $width i32) (local $even i32) (local $k i32) (local $i i32) (local $u v128)
    (local $r1 i32) (local $r2 i32) (local $r3 i32) (local $at i32) (local $t f64)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local.set $width (i32.shl (local.get $n) (i32.const 3)))
    (local.set $even (i32.add (local.get $a) (i32.shl (i32.and (local.get $n) (i32.const -2)) (i32.const 3))))
    (block $few
      (loop $four
        (br_if $few (i32.gt_s (i32.add (local.get $k) (i32.const 4)) (local.get $count)))
        (local.set $r1 (local.get $width))
        (local.set $r2 (i32.add (local.get $r1) (local.get $width)))
        (local.set $r3 (i32.add (local.get $r2) (local.get $width)))
        (local.set $s0 (v128.const i64x2 0 0))
        (local.set $s1 (v128.const i64x2 0 0))
        (local.set $s2 (v128.const i64x2 0 0))
        (local.set $s3 (v128.const i64x2 0 0))
        (local.set $i (local.get $a))
        (local.set $at (local.get $rows))
        (block $done
          (loop $next
            (br_if $done (i32.ge_u (local.get $i) (local.get $even)))
            (local.set $u (v128.load (local.get $i)))
            (local.set $s0 (f64x2.add (local.get $s0) (f64x2.mul (local.get $u) (v128.load (local.get $at)))))
            (local.set $s1 (f64x2.add (local.get $s1) (f64x2.mul (local.get $u) (v128.load (i32.add (local.get $at) (local.get $r1))))))
            (local.set $s2 (f64x2.add (local.get $s2) (f64x2.mul (local.get $u) (v128.load (i32.add (local.get $at) (local.get $r2))))))
            (local.set $s3 (f64x2.add (local.get $s3) (f64x2.mul (local.get $u) (v128.load (i32.add (local.get $at) (local.get $r3))))))
            (local.set $i (i32.add (local.get $i) (i32.const 16)))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br $next)))
        (if (i32.and (local.get $n) (i32.const 1))
          (then
            (local.set $t (f64.load (local.get $i)))
            (local.set $s0 (call $tail (local.get $s0) (local.get $t) (f64.load (local.get $at))))
            (local.set $s1 (call $tail (local.get $s1) (local.get $t) (f64.load (i32.add (local.get $at) (local.get $r1)))))
            (local.set $s2 (call $tail (local.get $s2) (local.get $t) (f64.load (i32.add (local.get $at) (local.get $r2)))))
            (local.set $s3 (call $tail (local.get $s3) (local.get $t) (f64.load (i32.add (local.get $at) (local.get $r3)))))))
        (f64.store (local.get $out) (call $across (local.get $s0)))
        (f64.store offset=8 (local.get $out) (call $across (local.get $s1)))
        (f64.store offset=16 (local.get $out) (call $across (local.get $s2)))
        (f64.store offset=24 (local.get $out) (call $across (local.get $s3)))
        (local.set $out (i32.add (local.get $out) (i32.const 32)))
        (local.set $rows (i32.add (local.get $rows) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $k (i32.add (local.get $k) (i32.const 4)))
        (br $four)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_s (local.get $k) (local.get $count)))
        (f64.store (local.get $out) (call $dot (local.get $a) (local.get $rows) (local.get $n)))
        (local.set $out (i32.add (local.get $out) (i32.const 8)))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $next))))

  (func $scale (param $sum f64) (param $squares f64) (param $count f64) (result f64)
    (local $variance f64)
    (local.set $variance
      (f64.sub (f64.div (local.get $squares) (local.get $count))
        (f64.mul (f64.div (local.get $sum) (local.get $count)) (f64.div (local.get $sum) (local.get $count)))))
    (if (result f64) (f64.gt (local.get $variance) (f64.const 1e-12))
      (then (f64.div (f64.const 1) (f64.sqrt (local.get $variance))))
      (else (f64.const 0))))

  (func $scaleRow (param $row i32) (param $count i32) (param $by f64)
    (local $i i32)
    (loop $next
      (if (i32.lt_s (local.get $i) (local.get $count))
        (then
          (f64.store (local.get $row) (f64.mul (f64.load (local.get $row)) (local.get $by)))
          (local.set $row (i32.add (local.get $row) (i32.const 8)))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $next)))))

  ;; Two candidates side by side. gains: weight, carryX, gainM, carrySum for each day.
  ;; products: of each with itself and of each with the outcome, in pairs.
  (func $whitenTwo
    (param $gains i32) (param $days i32) (param $persistence f64)
    (param $pushA i32) (param $pushB i32) (param $carryA f64) (param $carryB f64)
    (param $outA i32) (param $outB i32) (param $outcome i32) (param $products i32)
    (local $end i32) (local $r v128) (local $x v128) (local $m v128) (local $predicted v128)
    (local $sum v128) (local $squares v128) (local $own v128) (local $with v128)
    (local $carry v128) (local $keep v128) (local $ahead v128) (local $v v128) (local $value v128)
    (local $w f64) (local $count i32) (local $n f64) (local $a i32) (local $b i32) (local $sa f64) (local $sb f64)
    (local.set $carry (f64x2.replace_lane 1 (f64x2.splat (local.get $carryA)) (local.get $carryB)))
    (local.set $keep (f64x2.splat (local.get $persistence)))
    (local.set $end (i32.add (local.get $gains) (i32.shl (local.get $days) (i32.const 5))))
    (local.set $a (local.get $outA))
    (local.set $b (local.get $outB))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $gains) (local.get $end)))
        (local.set $r (f64x2.add (f64x2.mul (local.get $carry) (local.get $r))
          (v128.load64_lane 1 (local.get $pushB) (v128.load64_zero (local.get $pushA)))))
        (local.set $w (f64.load (local.get $gains)))
        (local.set $x (f64x2.mul (local.get $x) (local.get $keep)))
        (local.set $ahead (f64x2.add (local.get $x) (local.get $m)))
        (if (f64.gt (local.get $w) (f64.const 0))
          (then
            (local.set $v (f64x2.sub (local.get $r) (local.get $predicted)))
            (local.set $predicted (f64x2.add (local.get $ahead) (f64x2.mul (v128.load64_splat offset=24 (local.get $gains)) (local.get $v))))
            (local.set $x (f64x2.add (local.get $x) (f64x2.mul (v128.load64_splat offset=8 (local.get $gains)) (local.get $v))))
            (local.set $m (f64x2.add (local.get $m) (f64x2.mul (v128.load64_splat offset=16 (local.get $gains)) (local.get $v))))
            (local.set $value (f64x2.mul (local.get $v) (f64x2.splat (local.get $w))))
            (v128.store64_lane 0 (local.get $a) (local.get $value))
            (v128.store64_lane 1 (local.get $b) (local.get $value))
            (local.set $own (f64x2.add (local.get $own) (f64x2.mul (local.get $value) (local.get $value))))
            (local.set $with (f64x2.add (local.get $with) (f64x2.mul (local.get $value) (v128.load64_splat (local.get $outcome)))))
            (local.set $sum (f64x2.add (local.get $sum) (local.get $r)))
            (local.set $squares (f64x2.add (local.get $squares) (f64x2.mul (local.get $r) (local.get $r))))
            (local.set $a (i32.add (local.get $a) (i32.const 8)))
            (local.set $b (i32.add (local.get $b) (i32.const 8)))
            (local.set $outcome (i32.add (local.get $outcome) (i32.const 8)))
            (local.set $count (i32.add (local.get $count) (i32.const 1))))
          (else (local.set $predicted (local.get $ahead))))
        (local.set $gains (i32.add (local.get $gains) (i32.const 32)))
        (local.set $pushA (i32.add (local.get $pushA) (i32.const 8)))
        (local.set $pushB (i32.add (local.get $pushB) (i32.const 8)))
        (br $next)))
    (local.set $n (f64.convert_i32_s (local.get $count)))
    (local.set $sa (call $scale (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 0 (local.get $squares)) (local.get $n)))
    (local.set $sb (call $scale (f64x2.extract_lane 1 (local.get $sum)) (f64x2.extract_lane 1 (local.get $squares)) (local.get $n)))
    (call $scaleRow (local.get $outA) (local.get $count) (local.get $sa))
    (call $scaleRow (local.get $outB) (local.get $count) (local.get $sb))
    (local.set $v (f64x2.replace_lane 1 (f64x2.splat (local.get $sa)) (local.get $sb)))
    (v128.store (local.get $products) (f64x2.mul (f64x2.mul (local.get $own) (local.get $v)) (local.get $v)))
    (v128.store offset=16 (local.get $products) (f64x2.mul (local.get $with) (local.get $v))))

  ;; Whitens two candidates and projects q covariates out of them.
  ;; factor: q rows of q; against: factor^-1 covariates' outcome; pairs: room for q pairs.
  ;; solvedB follows solvedA, and self and cross take two values each.
  (func (export "prepareTwo")
    (param $gains i32) (param $days i32) (param $persistence f64)
    (param $pushA i32) (param $pushB i32) (param $carryA f64) (param $carryB f64)
    (param $out i32) (param $count i32) (param $outcome i32)
    (param $covariates i32) (param $q i32) (param $factor i32) (param $against i32) (param $pairs i32)
    (param $solved i32) (param $self i32) (param $cross i32)
    (local $width i32) (local $second i32) (local $k i32) (local $l i32) (local $pair i32)
    (local $sum v128) (local $own v128) (local $with v128)
    (local.set $width (i32.shl (local.get $q) (i32.const 3)))
    (local.set $second (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 3))))
    (call $whitenTwo (local.get $gains) (local.get $days) (local.get $persistence)
      (local.get $pushA) (local.get $pushB)
      (local.get $carryA) (local.get $carryB)
      (local.get $out) (local.get $second) (local.get $outcome) (local.get $pairs))
    (local.set $own (v128.load (local.get $pairs)))
    (local.set $with (v128.load offset=16 (local.get $pairs)))
    (call $dotRows (local.get $out) (local.get $covariates) (local.get $q) (local.get $count) (local.get $solved))
    (call $dotRows (local.get $second) (local.get $covariates) (local.get $q) (local.get $count)
      (i32.add (local.get $solved) (local.get $width)))
    (local.set $second (i32.add (local.get $solved) (local.get $width)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_s (local.get $k) (local.get $q)))
        (local.set $sum (v128.load64_lane 1 (local.get $second) (v128.load64_zero (local.get $solved))))
        (local.set $l (local.get $k))
        (local.set $pair (local.get $pairs))
        (block $diagonal
          (loop $before
            (br_if $diagonal (i32.eqz (local.get $l)))
            (local.set $sum (f64x2.sub (local.get $sum)
              (f64x2.mul (v128.load64_splat (local.get $factor)) (v128.load (local.get $pair)))))
            (local.set $factor (i32.add (local.get $factor) (i32.const 8)))
            (local.set $pair (i32.add (local.get $pair) (i32.const 16)))
            (local.set $l (i32.sub (local.get $l) (i32.const 1)))
            (br $before)))
        (local.set $sum (f64x2.div (local.get $sum) (v128.load64_splat (local.get $factor))))
        (v128.store (local.get $pair) (local.get $sum))
        (v128.store64_lane 0 (local.get $solved) (local.get $sum))
        (v128.store64_lane 1 (local.get $second) (local.get $sum))
        (local.set $own (f64x2.sub (local.get $own) (f64x2.mul (local.get $sum) (local.get $sum))))
        (local.set $with (f64x2.sub (local.get $with)
          (f64x2.mul (local.get $sum) (v128.load64_splat (local.get $against)))))
        ;; the next row of the factor: past the diagonal and what is above it
        (local.set $factor (i32.add (local.get $factor)
          (i32.shl (i32.sub (local.get $q) (local.get $k)) (i32.const 3))))
        (local.set $against (i32.add (local.get $against) (i32.const 8)))
        (local.set $solved (i32.add (local.get $solved) (i32.const 8)))
        (local.set $second (i32.add (local.get $second) (i32.const 8)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $next)))
    (v128.store (local.get $self) (local.get $own))
    (v128.store (local.get $cross) (local.get $with))))
