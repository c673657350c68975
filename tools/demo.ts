/** `npm run demo`: builds the packages, then runs the clinic day on what was built. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './tree.js'

const root = projectRoot()

function run(args: readonly string[], environment: NodeJS.ProcessEnv): number {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: environment })
  if (done.error !== undefined) throw done.error
  return done.status ?? 1
}

process.stdout.write('Building the packages ...\n')
const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']
const built = run([...conditions, join('tools', 'build.ts'), '--js'], process.env)
// The day itself runs without the source condition: on the packages as they are published.
process.exitCode =
  built === 0
    ? run(
        [
          '--import',
          'tsx',
          join('examples', 'clinic-day', 'src', 'main.ts'),
          ...process.argv.slice(2),
        ],
        process.env,
      )
    : built
