/** Which packages the waiting changesets announce a change of. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names in the front matter of every changeset. */
export function announcedPackages(root: string): Set<string> {
  const folder = join(root, '.changeset')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const names = files
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .map((text) => /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '')
    .flatMap((head) => [...head.matchAll(/^["']?([^"':\s]+)["']?:\s*(?:major|minor|patch)\s*$/gm)])
  return new Set(names.map((match) => match[1] ?? ''))
}

/**
 * Whether the committed reports of a package differ from those of its last release, so that the next
 * release must be announced. A package that was never released is all news.
 */
export function changedSinceRelease(root: string, folder: string): boolean {
  const file = join(root, 'packages', folder, 'package.json')
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as {
    name: string
    version: string
  }
  if (version === '0.0.0') return true
  // Status 1 says that there is a difference; 128, that the release has not been tagged yet.
  const tag = `${name}@${version}`
  const compared = spawnSync('git', ['diff', '--quiet', tag, '--', `packages/${folder}/api`], {
    cwd: root,
  })
  return compared.status === 1
}
