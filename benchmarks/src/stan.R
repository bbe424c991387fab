# One chain of 1,000 iterations of each model on its data: Rscript stan.R MODEL.stan DATA.json ... (needs rstan, posterior, jsonlite).
suppressMessages({ library(rstan); library(jsonlite); library(posterior) })
rstan_options(boost_lib = "/usr/include", auto_write = FALSE)
pairs <- matrix(commandArgs(TRUE), nrow = 2)
models <- list()
compiling <- list()
results <- lapply(seq_len(ncol(pairs)), function(i) {
  name <- pairs[1, i]
  if (is.null(models[[name]]))
    compiling[[name]] <<- unname(system.time(models[[name]] <<- stan_model(name))["elapsed"])
  data <- fromJSON(pairs[2, i])
  if (data$Q == 0) data$direct <- matrix(0, data$T, 0)
  used <- system.time(fit <- suppressWarnings(sampling(models[[name]], data = data, chains = 1, cores = 1, iter = 1000, seed = 1, refresh = 0)))
  draws <- rstan::extract(fit, pars = c("phi", "shock", "noise", "tau", "b"), permuted = FALSE)
  hats <- apply(draws, 3, function(x) rhat(matrix(x, ncol = 1)))
  bulk <- apply(draws, 3, function(x) ess_bulk(matrix(x, ncol = 1)))
  list(model = basename(name), columns = data$P + data$Q, compileSeconds = compiling[[name]],
    clockSeconds = unname(used["elapsed"]), processorSeconds = unname(used["user.self"] + used["sys.self"]),
    rHat = max(hats), worst = names(which.max(hats)), effectiveSampleSize = min(bulk),
    dynamics = list(rHat = max(hats[c("phi", "shock")]), effectiveSampleSize = min(bulk[c("phi", "shock")])),
    divergent = get_num_divergent(fit), treedepthReached = get_num_max_treedepth(fit))
})
cat(toJSON(list(version = paste("rstan", packageVersion("rstan"), "on", R.version.string), models = results),
  auto_unbox = TRUE, digits = 6))
