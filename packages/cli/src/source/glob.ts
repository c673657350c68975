/** Names with `*`, `?` and `**`, which a shell of Windows leaves to the program. */
import type { FolderEntry, Io } from '../io.js'

/** Whether an argument stands for several files. */
export const isPattern = (path: string): boolean => /[*?]/.test(path)

/** As a shell has it: a name that begins with a dot is meant only by a pattern that does. */
function matcherOf(segment: string): (name: string) => boolean {
  const source = segment
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  const pattern = new RegExp(`^${source}$`, 'u')
  return (name) => pattern.test(name) && (segment.startsWith('.') || !name.startsWith('.'))
}

const join = (folder: string, name: string) =>
  folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`

/** What is in a folder, by name; nothing where it cannot be read. */
async function entriesIn(io: Io, folder: string): Promise<readonly FolderEntry[]> {
  const entries = await io.list(folder === '' ? '.' : folder).catch(() => [])
  return [...entries].sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function* walk(io: Io, folder: string, segments: readonly string[]): AsyncGenerator<string> {
  const [segment = '', ...rest] = segments
  if (segment === '**') {
    yield* walk(io, folder, rest.length === 0 ? ['*'] : rest)
    for (const { name, isFolder } of await entriesIn(io, folder)) {
      if (isFolder && !name.startsWith('.')) yield* walk(io, join(folder, name), segments)
    }
    return
  }
  if (!isPattern(segment) && rest.length > 0) {
    yield* walk(io, join(folder, segment), rest)
    return
  }
  const matches = matcherOf(segment)
  for (const { name, isFolder } of await entriesIn(io, folder)) {
    if (!matches(name)) continue
    if (rest.length > 0) yield* walk(io, join(folder, name), rest)
    else if (!isFolder) yield join(folder, name)
  }
}

/**
 * The files that a pattern stands for, each once, by folder and name: `*` and `?` within a name, `**` over folders. Links
 * to folders are not followed by `**`.
 */
export async function filesOf(io: Io, pattern: string): Promise<readonly string[]> {
  const slashed = io.windows ? pattern.replaceAll('\\', '/') : pattern
  const [, root = '', path = ''] = /^((?:[A-Za-z]:)?\/+)?(.*)$/su.exec(slashed) ?? []
  const found = new Set<string>()
  const segments = path.split('/').filter((segment) => segment !== '')
  for await (const file of walk(io, root, segments)) found.add(file)
  return [...found]
}
