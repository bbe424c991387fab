# One chain of 1,000 iterations of horseshoe.stan on each data set: Rscript stan.R DATA.json ... (needs rstan, posterior, jsonlite).
suppressMessages({ library(rstan); library(jsonlite); library(posterior) })
rstan_options(boost_lib = "/usr/include", auto_write = FALSE)
file <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
compiling <- system.time(model <- stan_model(file.path(dirname(file), "horseshoe.stan")))
results <- lapply(commandArgs(TRUE), function(path) {
  data <- fromJSON(path)
  if (data$Q == 0) data$direct <- matrix(0, data$T, 0)
  used <- system.time(fit <- suppressWarnings(sampling(model, data = data, chains = 1, cores = 1, iter = 1000, seed = 1, refresh = 0)))
  draws <- rstan::extract(fit, pars = c("phi", "shock", "noise", "tau", "b"), permuted = FALSE)
  hats <- apply(draws, 3, function(x) rhat(matrix(x, ncol = 1)))
  bulk <- apply(draws, 3, function(x) ess_bulk(matrix(x, ncol = 1)))
  list(columns = data$P + data$Q, clockSeconds = unname(used["elapsed"]),
    processorSeconds = unname(used["user.self"] + used["sys.self"]),
    rHat = max(hats), worst = names(which.max(hats)), effectiveSampleSize = min(bulk),
    divergent = get_num_divergent(fit), treedepthReached = get_num_max_treedepth(fit))
})
cat(toJSON(list(version = paste("rstan", packageVersion("rstan"), "on", R.version.string),
  compileSeconds = unname(compiling["elapsed"]), models = results), auto_unbox = TRUE, digits = 6))
