/** `npm start`: installs what is missing, builds the app and serves it. `--port`, `--base`. */
import { checkNode } from './version.mjs';

checkNode();

const HELP = 'npm start -- [--port 4173] [--base /some/path/]';

/** What was asked for, or a sentence saying what is wrong with it. */
function read(args) {
  const options = { port: 4173, base: '/' };
  const words = args.flatMap((arg) => (/^--\w+=/.test(arg) ? arg.split(/=(.*)/s, 2) : [arg]));
  for (let i = 0; i < words.length; i += 2) {
    const value = words[i + 1];
    if (words[i] === '--port' && /^\d{1,5}$/.test(value || '') && Number(value) < 65_536) {
      options.port = Number(value);
    } else if (words[i] === '--base' && /^\/([\w.~-]+\/)*$/.test(value || '')) {
      options.base = value;
    } else {
      return `"${words.slice(i, i + 2).join(' ')}" is not understood. Usage: ${HELP}`;
    }
  }
  return options;
}

async function main() {
  const options = read(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    process.exit(1);
  }
  const { ROOT, ensureInstalled, npmRun } = await import('./node.mjs');
  ensureInstalled();
  const { code, output } = await npmRun('build', [], { quiet: true });
  if (code !== 0) {
    console.error(`${output}\nThe app could not be built: see the message above.`);
    process.exit(1);
  }
  const { serve } = await import('./serve.mjs');
  for (let port = options.port; port < options.port + 50 && port < 65_536; port += 1) {
    const server = await serve({ folder: () => `${ROOT}/dist`, port, base: options.base });
    if (server !== null) {
      console.log(`Fanshi is at http://localhost:${server.port}${options.base}`);
      return;
    }
  }
  console.error(`No free port was found from ${options.port} on: give another with --port.`);
  process.exit(1);
}

void main();
