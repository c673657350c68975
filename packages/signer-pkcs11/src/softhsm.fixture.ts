/** SoftHSM2: a PKCS#11 library with its tokens in a folder. Every PIN and key here is a test's own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Native, NativeSlot } from './native.js'

/** Where Debian, Fedora and Homebrew put the library; `SOFTHSM2_LIBRARY` names another. */
const places = [
  process.env['SOFTHSM2_LIBRARY'] ?? '',
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
]

/** Path of SoftHSM's library. */
export const library = places.find((place) => place !== '' && existsSync(place)) ?? ''

function bridgeLoads(): boolean {
  try {
    createRequire(import.meta.url)('graphene-pk11')
    return true
  } catch {
    return false
  }
}

const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const reason =
  library === '' || spawnSync('softhsm2-util', ['--version']).error !== undefined
    ? 'SoftHSM2 is not installed'
    : bridgeLoads()
      ? ''
      : 'the native part of node-webcrypto-p11 was not built'

/** Whether tests with SoftHSM2 are passed over; where it is required they run, and fail. */
export const withoutSoftHsm = reason !== '' && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutSoftHsm ? `${title} (skipped: ${reason})` : title

export const pin = '58319204'

/** The bridge, with a count of the sessions that are open: SoftHSM2 itself does not tell it. */
export function counted(native: Native): { readonly native: Native; readonly open: () => number } {
  let open = 0
  const watch = (slot: NativeSlot): NativeSlot => {
    const begin = slot.open.bind(slot)
    const opened = (flags: number) => {
      const session = begin(flags)
      const end = session.close.bind(session)
      open += 1
      session.close = () => {
        open -= 1
        end()
      }
      return session
    }
    return Object.assign(slot, { open: opened })
  }
  const load = (path: string) => {
    const module = native.load(path)
    const slots = module.getSlots.bind(module)
    const getSlots = (present: boolean) => {
      const found = slots(present)
      return { length: found.length, items: (index: number) => watch(found.items(index)) }
    }
    return Object.assign(module, { getSlots })
  }
  return { native: { ...native, load }, open: () => open }
}

/** A folder for tokens, which SoftHSM2 uses from now on in this process and its children. */
export interface TokenFolder {
  readonly folder: string
  /** Sets up one more token. */
  init(label: string): void
  /** Runs a command of PKCS#11's world, such as `pkcs11-tool`. */
  run(command: string, ...args: readonly string[]): string
  remove(): void
}

export function tokenFolder(): TokenFolder {
  const folder = mkdtempSync(join(tmpdir(), 'softhsm-'))
  mkdirSync(join(folder, 'tokens'))
  const config = [`directories.tokendir = ${join(folder, 'tokens')}`, 'log.level = ERROR']
  writeFileSync(join(folder, 'softhsm2.conf'), `${config.join('\n')}\n`)
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf')
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, [...args], { cwd: folder })
    if (status !== 0) throw new Error(`${command} failed: ${stdout}${stderr}`)
    return `${stdout.toString()}${stderr.toString()}`
  }
  return {
    folder,
    run,
    init: (label) => {
      const pins = ['--so-pin', '91827364', '--pin', pin]
      run('softhsm2-util', '--init-token', '--free', '--label', label, ...pins)
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
