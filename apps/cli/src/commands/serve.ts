import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseWorkers, withCommonOptions } from '../options.ts';
import type { ServeOptions } from '../serve/run-serve.ts';

const parsePort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port from 0 to 65535 is needed; 0 takes a free one.');
  return port;
};

export const addServe = (program: Command): void => {
  withCommonOptions(program.command('serve'))
    .description('open the web app, on this computer only, and the reports on two example diaries')
    .option('--port <n>', 'where to listen; 0 takes a free port', parsePort, 4100)
    .option('--host <address>', 'the address of this computer to listen at', '127.0.0.1')
    .option('--no-open', 'do not open a browser')
    .option(
      '--data <folder>',
      'where a clinic keeps its data; otherwise where your system has such',
    )
    .addOption(
      new Option(
        '--database-url <url>',
        'keep them in a PostgreSQL instead, which several servers may share',
      ).env('ZONULA_DATABASE_URL'),
    )
    .option(
      '--clinic <file>',
      'what the clinic offers, a JSON file; once, later changes at its desk stay',
    )
    .option('--origin <url>', 'where people reach the app, such as https://clinic.example')
    .addOption(
      new Option(
        '--smtp-url <url>',
        'send mails about appointments through this mail server; needs --origin',
      ).env('ZONULA_SMTP_URL'),
    )
    .option('--behind-proxy', 'a proxy before it says in X-Forwarded-For who calls')
    .option(
      '--workers <n>',
      'how many people of a cohort are analysed at the same time here, where the database has one; 0 leaves them to others',
      parseWorkers,
      1,
    )
    .option('--key-file <file>', 'the key that signs links, kept outside the database')
    .option('--metrics-key-file <file>', 'the key with which Prometheus reads /api/metrics')
    .option('--out <folder>', 'write the reports on the examples there, say them, and end')
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('../serve/run-serve.ts');
      await runServe(options);
    });
};
