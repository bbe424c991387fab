// Regularised horseshoe (Piironen & Vehtari 2017) on pushes of a latent AR(1) state and on direct effects.
data {
  int<lower=2> T;
  int<lower=1> N;
  int<lower=1, upper=T> recorded[N];
  vector[N] y;
  int<lower=1> P;
  int<lower=0> Q;
  matrix[T, P] pushes; // of the state, carried on by it
  matrix[T, Q] direct;
  real<lower=0> expected; // effects expected among the P + Q
}
parameters {
  real alpha;
  real<lower=0, upper=1> phi;
  real<lower=0> shock;
  real<lower=0> noise;
  vector[T] x;
  vector[P + Q] b_raw;
  vector<lower=0>[P + Q] lambda;
  real<lower=0> tau;
  real<lower=0> c2;
}
transformed parameters {
  vector[P + Q] b = b_raw .* (tau * sqrt(c2 * square(lambda) ./ (c2 + square(tau) * square(lambda))));
}
model {
  alpha ~ normal(5, 5);
  phi ~ beta(3, 2);
  shock ~ lognormal(0, 0.8);
  noise ~ lognormal(-0.6, 0.5);
  tau ~ cauchy(0, expected / (P + Q - expected) * shock / sqrt(N));
  lambda ~ cauchy(0, 1);
  c2 ~ inv_gamma(2, 2);
  b_raw ~ normal(0, 1);
  x[1] ~ normal(0, shock / sqrt(1 - square(phi)));
  x[2:T] ~ normal(phi * x[1:(T - 1)] + pushes[2:T] * b[1:P], shock);
  {
    vector[T] mean_y = alpha + x;
    if (Q > 0) mean_y += direct * b[(P + 1):(P + Q)];
    y ~ normal(mean_y[recorded], noise);
  }
}
