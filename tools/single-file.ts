/**
 * `npm run single-file`: the command line as one file, `out/single-file/tiemchung.mjs`, for machines with Node and
 * without npm, and its SHA-256 beside it. What is heavy in it is not run before a command needs it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, type Metafile } from 'esbuild'
import { sourceCondition } from './house.js'
import { takeBuiltins } from './single-file/builtins.js'
import { embed } from './single-file/embed.js'
import { packChunks } from './single-file/pack-chunks.js'
import { isMain, projectRoot } from './tree.js'

const name = 'tiemchung.mjs'

const source = 'packages/cli/src'
/** Verifying is what most do, and do at every start of a script. */
const alwaysNeeded = [`${source}/main.ts`, `${source}/command/verify.ts`]

/** The folders of the packages inside, by the last `node_modules` of each path. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  const folders = Object.keys(inputs).flatMap((path) => {
    const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
    return found === undefined ? [] : [found]
  })
  return [...new Set(folders)].sort()
}

/** Whose work is inside, and under which licence: the licences ask for it. */
function notice(root: string, metafile: Metafile): string {
  const lines = packagesIn(metafile).map((folder) => {
    const manifest = join(root, folder, 'package.json')
    const file = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '{}'
    const { name: title, version, license } = JSON.parse(file) as Readonly<Record<string, string>>
    return ` * ${title} ${version} (${license})`
  })
  return ['/*', ' * tiemchung is Apache-2.0. It contains:', ...new Set(lines), ' */'].join('\n')
}

/** Builds the file into a folder; gives its path. */
export async function singleFile(root: string, folder: string): Promise<string> {
  const split = await build({
    absWorkingDir: root,
    entryPoints: [`${source}/main.ts`],
    bundle: true,
    splitting: true,
    outdir: 'out',
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    conditions: [sourceCondition, 'node'],
    plugins: [takeBuiltins(), embed(root)],
    // Native: whoever has a token installs the bridge beside the file.
    external: ['node-webcrypto-p11', 'graphene-pk11'],
    logLevel: 'error',
  })
  const code = await packChunks(split, alwaysNeeded)
  const text = `#!/usr/bin/env node\n${notice(root, split.metafile)}\n${code}`
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, text, { mode: 0o755 })
  const hash = createHash('sha256').update(text).digest('hex')
  // As `sha256sum --check` reads it.
  writeFileSync(`${path}.sha256`, `${hash}  ${name}\n`)
  return path
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { into: { type: 'string' } } })
  const root = projectRoot()
  const path = await singleFile(root, values.into ?? join(root, 'out', 'single-file'))
  process.stdout.write(`${path}\n${readFileSync(`${path}.sha256`, 'utf8')}`)
}

if (isMain(import.meta.url)) await main()
