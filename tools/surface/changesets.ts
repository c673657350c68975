/** Which packages the waiting changesets announce a change of. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Changesets that a pre-release has published already; they wait for the release itself. */
function publishedBefore(folder: string): ReadonlySet<string> {
  const file = join(folder, 'pre.json')
  if (!existsSync(file)) return new Set()
  const { changesets } = JSON.parse(readFileSync(file, 'utf8')) as { changesets: string[] }
  return new Set(changesets.map((name) => `${name}.md`))
}

/** Names in the front matter of every changeset that no release and no pre-release holds. */
export function announcedPackages(root: string): Set<string> {
  const folder = join(root, '.changeset')
  const published = publishedBefore(folder)
  const files = existsSync(folder) ? readdirSync(folder) : []
  const names = files
    .filter((file) => file.endsWith('.md') && file !== 'README.md' && !published.has(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .map((text) => /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '')
    .flatMap((head) => [...head.matchAll(/^["']?([^"':\s]+)["']?:\s*(?:major|minor|patch)\s*$/gm)])
  return new Set(names.map((match) => match[1] ?? ''))
}

function git(root: string, args: readonly string[]) {
  return spawnSync('git', [...args], { cwd: root, encoding: 'utf8' })
}

/**
 * Whether the committed reports of a package differ from those of the commit that gave it its version,
 * so that the next release must be announced. A package that was never released is all news. Without
 * git nothing is known, and nothing is asked.
 */
export function changedSinceRelease(root: string, folder: string): boolean {
  const manifest = `packages/${folder}/package.json`
  const { version } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { version: string }
  if (version === '0.0.0') return true
  const pattern = '-G^  "version": '
  const released = git(root, ['log', '-1', '--format=%H', pattern, '--', manifest]).stdout.trim()
  if (released === '') return false
  return git(root, ['diff', '--quiet', released, '--', `packages/${folder}/api`]).status === 1
}
