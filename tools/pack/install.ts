/** Installs packed packages into a folder with npm, as a user would from the registry. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf, run } from '../check/command.js'
import type { Packed } from '../pack.js'

const quiet = [
  '--prefer-offline',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** Installs in a folder with npm, from its cache where that has the packages. */
export async function npm(folder: string, args: readonly string[]): Promise<string[]> {
  const ran = await run('npm', [...args, ...quiet], { cwd: folder })
  return ran.status === 0 ? [] : linesOf(ran).slice(0, 20)
}

/** npm takes a tarball of the same version for the same package: ours must look not installed. */
export function forgetInstalled(folder: string, packed: readonly Packed[]): void {
  const modules = join(folder, 'node_modules')
  for (const { place } of packed)
    rmSync(join(modules, place.name), { recursive: true, force: true })
  rmSync(join(modules, '.package-lock.json'), { force: true })
}

type Dependencies = Readonly<Record<string, string>>

function dependenciesOf({ files }: Packed): Dependencies {
  const manifest = files.get('package.json')?.toString('utf8') ?? '{}'
  return (JSON.parse(manifest) as { dependencies?: Dependencies }).dependencies ?? {}
}

/** The packages of these names, and those of ours that they stand on. */
function closureOf(names: readonly string[], packed: readonly Packed[]): Packed[] {
  const wanted = new Set(names)
  for (const name of wanted) {
    const one = packed.find(({ place }) => place.name === name)
    for (const other of Object.keys(one === undefined ? {} : dependenciesOf(one))) wanted.add(other)
  }
  return packed.filter(({ place }) => wanted.has(place.name))
}

/** The packages of ours that a project names already. */
function namedIn(folder: string, packed: readonly Packed[]): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Dependencies
    devDependencies?: Dependencies
  }
  const known = { ...manifest.dependencies, ...manifest.devDependencies }
  return packed.map(({ place }) => place.name).filter((name) => Object.hasOwn(known, name))
}

/**
 * Installs packages, with what they stand on, into a project that is made when there is none.
 *
 * Without names: those that the project's package.json names, which is then left as it is.
 *
 * @returns what went wrong, a line each
 */
export async function installPacked(
  folder: string,
  packed: readonly Packed[],
  names: readonly string[],
): Promise<string[]> {
  const strange = names.filter((name) => !packed.some(({ place }) => place.name === name))
  if (strange.length > 0) return [`no package called ${strange.join(', ')}`]
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(manifest, '{\n  "private": true,\n  "type": "module"\n}\n')
  }
  const asked = names.length > 0 ? names : namedIn(folder, packed)
  if (asked.length === 0) return [`${manifest} names no package of ours`]
  forgetInstalled(folder, packed)
  const tarballs = closureOf(asked, packed).map(({ tarball }) => tarball)
  const keep = names.length > 0 ? [] : ['--no-save', '--no-package-lock']
  return npm(folder, ['install', ...tarballs, ...keep])
}
