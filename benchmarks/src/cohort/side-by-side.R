# The other side of side-by-side.ts: Rscript side-by-side.R DAYS.csv EFFECTS.csv mixture.stan A B MEAN_SD SPREAD_SCALE [brms]
suppressMessages({ library(lme4); library(rstan); library(jsonlite) })
rstan_options(boost_lib = "/usr/include", auto_write = FALSE)
args <- commandArgs(TRUE)
used <- function(time) unname(sum(time[c("user.self", "sys.self", "user.child", "sys.child")], na.rm = TRUE))
d <- read.csv(args[1])
d$mean <- ave(d$x, d$person)
d$own <- d$x - d$mean
time <- system.time(fit <- lmer(y ~ own + mean + (1 + own | person), d))
sds <- as.data.frame(VarCorr(fit))
coefs <- summary(fit)$coefficients
lme4 <- list(version = as.character(packageVersion("lme4")), seconds = used(time),
  within = unname(coefs["own", 1:2]), between = unname(coefs["mean", 1:2]), levelSd = sds$sdcor[1],
  withinSd = sds$sdcor[2], correlation = sds$sdcor[3], daySd = sigma(fit), criterion = as.numeric(REMLcrit(fit)))
brms <- if (!"brms" %in% args) NULL else {
  # One chain on the first two hundred people; the model is compiled by the first call and used again by the second.
  few <- d[d$person < 200, ]
  formula <- y ~ own + mean + (1 + own | person)
  compiling <- system.time(empty <- brms::brm(formula, few, chains = 0, refresh = 0, silent = 2))
  time <- system.time(fit <- update(empty, recompile = FALSE, chains = 1, cores = 1, iter = 1000, seed = 1, refresh = 0))
  fixed <- brms::fixef(fit)
  same <- system.time(again <- lmer(y ~ own + mean + (1 + own | person), few))
  list(version = as.character(packageVersion("brms")), people = 200, seconds = used(time), compileSeconds = used(compiling),
    within = unname(fixed["own", 1:2]), between = unname(fixed["mean", 1:2]), rHat = max(brms::rhat(fit), na.rm = TRUE),
    lme4 = list(seconds = used(same), within = unname(summary(again)$coefficients["own", 1:2]),
      between = unname(summary(again)$coefficients["mean", 1:2])))
}
e <- read.csv(args[2])
prior <- as.numeric(args[4:7])
compiling <- system.time(model <- stan_model(args[3]))
data <- list(n = nrow(e), estimate = e$estimate, error = e$error, a = prior[1], b = prior[2], mean_sd = prior[3], spread_scale = prior[4])
time <- system.time(fit <- sampling(model, data, chains = 1, cores = 1, iter = 2000, seed = 1, refresh = 0, control = list(adapt_delta = 0.95)))
say <- function(name) {
  s <- summary(fit, pars = name, probs = c(0.05, 0.95))$summary
  list(mean = s[1, "mean"], interval = unname(s[1, c("5%", "95%")]), effectiveSampleSize = s[1, "n_eff"], rHat = s[1, "Rhat"])
}
stan <- list(version = as.character(packageVersion("rstan")), seconds = used(time), compileSeconds = used(compiling),
  share = say("share"), mean = say("mu"), spread = say("spread"))
cat(toJSON(list(lme4 = lme4, brms = brms, stan = stan), auto_unbox = TRUE, digits = 8, null = "null"))
