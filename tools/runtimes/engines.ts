/** Where the runtimes are: in a folder of their own, with its own lock file, installed when they are run. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, 'engines')
const stamp = join(folder, 'node_modules', '.tiemchung-lock')

/** Installs what the lock file says, once; gives the reason when it cannot be had. */
export function installEngines(): string | undefined {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  // npm is a .cmd file on Windows, which only its shell can start.
  const shell = process.platform === 'win32'
  const ran = spawnSync('npm', args, { cwd: folder, shell, encoding: 'utf8' })
  if (ran.status !== 0) return 'the runtimes could not be installed'
  writeFileSync(stamp, wanted)
  return undefined
}

const suffix = process.platform === 'win32' ? '.exe' : ''
const machine = `${process.platform}-${process.arch}`

/** Package and path of each binary, by the platform's name in it. */
const binaries = {
  deno: {
    package: `@deno/${machine}${process.platform === 'linux' ? '-glibc' : ''}`,
    file: 'deno',
  },
  bun: { package: `@oven/bun-${machine}`, file: 'bin/bun' },
  workerd: {
    package: `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}`,
    file: 'bin/workerd',
  },
} as const

/** The executable of a runtime; undefined where its packages have none for this machine. */
export function engineAt(name: keyof typeof binaries): string | undefined {
  const { package: carrier, file } = binaries[name]
  try {
    const manifest = createRequire(join(folder, 'package.json')).resolve(`${carrier}/package.json`)
    const path = join(dirname(manifest), `${file}${suffix}`)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
