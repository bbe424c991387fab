# Each model on its data: Rscript stan.R CHAINS ITERATIONS MODEL.stan DATA.json ... (needs rstan, posterior, jsonlite). Chains run side by side.
suppressMessages({ library(rstan); library(jsonlite); library(posterior); library(parallel) })
rstan_options(boost_lib = "/usr/include", auto_write = FALSE)
chains <- as.integer(commandArgs(TRUE)[1])
iterations <- as.integer(commandArgs(TRUE)[2])
pairs <- matrix(commandArgs(TRUE)[-(1:2)], nrow = 2)
models <- list()
compiling <- list()
results <- lapply(seq_len(ncol(pairs)), function(i) {
  name <- pairs[1, i]
  if (is.null(models[[name]]))
    compiling[[name]] <<- unname(system.time(models[[name]] <<- stan_model(name))["elapsed"])
  data <- fromJSON(pairs[2, i])
  if (data$Q == 0) data$direct <- matrix(0, data$T, 0)
  runs <- mclapply(seq_len(chains), function(chain) {
    used <- system.time(fit <- suppressWarnings(sampling(models[[name]], data = data, chains = 1, chain_id = chain, cores = 1, iter = iterations, seed = 1, refresh = 0)))
    list(fit = fit, used = used)
  }, mc.cores = chains)
  fit <- sflist2stanfit(lapply(runs, function(run) run$fit))
  seconds <- function(what) sapply(runs, function(run) sum(run$used[what]))
  draws <- rstan::extract(fit, pars = c("phi", "shock", "noise", "tau", "b"), permuted = FALSE)
  hats <- apply(draws, 3, rhat)
  bulk <- apply(draws, 3, ess_bulk)
  list(model = basename(name), columns = data$P + data$Q, chains = chains, iterations = iterations,
    compileSeconds = compiling[[name]], clockSeconds = max(seconds("elapsed")),
    processorSeconds = sum(seconds(c("user.self", "sys.self"))),
    rHat = max(hats), worst = names(which.max(hats)), effectiveSampleSize = min(bulk),
    above = list("1.01" = mean(hats > 1.01), "1.05" = mean(hats > 1.05), "1.1" = mean(hats > 1.1)),
    dynamics = list(rHat = max(hats[c("phi", "shock")]), effectiveSampleSize = min(bulk[c("phi", "shock")])),
    divergent = get_num_divergent(fit), treedepthReached = get_num_max_treedepth(fit))
})
cat(toJSON(list(version = paste("rstan", packageVersion("rstan"), "on", R.version.string), models = results),
  auto_unbox = TRUE, digits = 6))
