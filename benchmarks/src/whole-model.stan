// The model of packages/discovery/src/model.ts, with a regularised horseshoe (Piironen & Vehtari 2017) in the place of its slabs.
data {
  int<lower=2> T;
  int<lower=1> N;
  int<lower=1, upper=T> recorded[N];
  vector[N] low; // of the interval that a score stands for
  vector[N] high;
  int<lower=-1, upper=1> end[N]; // -1 where that interval is open below, 1 where it is open above
  real range;
  real centre;
  int<lower=1> P;
  int<lower=0> Q;
  matrix[T, P] pushes; // of the state, carried on by it
  matrix[T, Q] direct;
  int<lower=0> K;
  matrix[T, K] covariates; // of unit variance
  real<lower=0> expected; // effects expected among the P + Q
  real<lower=0> shock_degrees;
}
parameters {
  real start;
  vector[T - 1] steps;
  real<lower=0, upper=1> phi;
  real<lower=0> shock;
  real<lower=0> noise; // variance, over that of a shock
  real<lower=0> drift; // the same
  vector[T] x;
  vector[P + Q] b_raw;
  vector[K] c_raw;
  vector<lower=0>[P + Q] lambda;
  real<lower=0> tau;
  real<lower=0> c2;
}
transformed parameters {
  vector[P + Q] b = b_raw .* (tau * sqrt(c2 * square(lambda) ./ (c2 + square(tau) * square(lambda))));
}
model {
  vector[T] level;
  vector[T] y;
  level[1] = centre + 10 * shock * start;
  level[2:T] = level[1] + shock * sqrt(drift) * cumulative_sum(steps);
  start ~ normal(0, 1);
  steps ~ normal(0, 1);
  phi ~ beta(3, 2);
  shock ~ lognormal(log(0.1 * range), 0.8);
  noise ~ lognormal(log(0.3), 1);
  drift ~ lognormal(log(0.001), 1.5);
  tau ~ cauchy(0, expected / (P + Q - expected) * shock / sqrt(N));
  lambda ~ cauchy(0, 1);
  c2 ~ inv_gamma(2, 2);
  b_raw ~ normal(0, 1);
  c_raw ~ normal(0, 1);
  x[1] ~ student_t(shock_degrees, 0, shock / sqrt(1 - square(phi)));
  x[2:T] ~ student_t(shock_degrees, phi * x[1:(T - 1)] + pushes[2:T] * b[1:P], shock);
  y = level + x;
  if (K > 0) y += covariates * (0.7 * shock * c_raw);
  if (Q > 0) y += direct * b[(P + 1):(P + Q)];
  for (n in 1:N) {
    real scatter = sqrt(noise) * shock;
    real from = (low[n] - y[recorded[n]]) / scatter;
    real to = (high[n] - y[recorded[n]]) / scatter;
    if (end[n] < 0)
      target += normal_lcdf(to | 0, 1);
    else if (end[n] > 0)
      target += normal_lcdf(-from | 0, 1);
    else if (from > 0)
      target += log_diff_exp(normal_lcdf(-from | 0, 1), normal_lcdf(-to | 0, 1));
    else
      target += log_diff_exp(normal_lcdf(to | 0, 1), normal_lcdf(from | 0, 1));
  }
}
