/**
 * The way in from a fresh clone: needs Node and npm, nothing else. Installs through a pinned pnpm
 * when something is missing, then hands over to the tool that was asked for.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** The only place where the package manager is pinned. */
const { pnpm } = JSON.parse(readFileSync(join(root, 'tools', 'pnpm.json'), 'utf8'))

const tools = {
  demo: 'tools/demo.ts',
  test: 'tools/check/index.ts',
  check: 'tools/check/index.ts',
  matrix: 'tools/matrix.ts',
  long: 'tools/check-long.ts',
  conformance: 'tools/conformance/index.ts',
  bench: 'bench/index.ts',
  build: 'tools/build.ts',
  pack: 'tools/pack.ts',
  'single-file': 'tools/single-file.ts',
  surface: 'tools/surface.ts',
  sizes: 'tools/sizes.ts',
  manifests: 'tools/manifests.ts',
  openapi: 'tools/openapi.ts',
  'json-schema': 'tools/json-schema.ts',
  docs: 'tools/docs/pages.ts',
  pictures: 'tools/docs/pictures.ts',
  typedoc: 'tools/docs/typedoc.ts',
  'token-transcript': 'tools/docs/token-transcript.ts',
  selftest: 'tools/guard-selftest.ts',
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function run(command, args, options = {}) {
  const windows = process.platform === 'win32'
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npx is a .cmd file on Windows, which only its shell can start.
    shell: windows && command !== process.execPath,
    ...options,
  })
  if (done.error) throw done.error
  return done.status ?? 1
}

/** The state of everything an install depends on, so that an unchanged tree is not installed twice. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function install() {
  const mark = join(root, 'node_modules', '.cache', 'tiemchung-install')
  const wanted = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say(`Installing with ${pnpm} ...`)
  const status = run('npx', [
    '-y',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--loglevel=warn',
  ])
  if (status !== 0) process.exit(status)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

const [tool, ...args] = process.argv.slice(2)
const script = tools[tool]
if (script === undefined) {
  say(`usage: node tools/run.mjs ${Object.keys(tools).join('|')}`)
  process.exit(64)
}
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Node 20.19 or later is needed; this is ${process.versions.node}.`)
  process.exit(64)
}
install()
// `npm run` starts us in the root and says where it was typed.
const typedIn = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd()
const status = run(
  process.execPath,
  ['--conditions=@tiemchung/source', '--import', 'tsx', script, ...args],
  {
    env: { ...process.env, TIEMCHUNG_TOOL: tool, INIT_CWD: typedIn },
  },
)
process.exit(status)
