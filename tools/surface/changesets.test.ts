import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { announcedPackages, changedSinceRelease } from './changesets.js'

const folders: string[] = []

/** A tree with these files. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'changesets-'))
  folders.push(root)
  write(root, files)
  return root
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function commit(root: string): void {
  const who = ['-c', 'user.name=TEST', '-c', 'user.email=test@example.vn']
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...who, 'commit', '-q', '-m', 'one'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const announcing = (name: string) => `---\n"${name}": minor\n---\n\nNews.\n`
const version = (text: string) => `{\n  "name": "core",\n  "version": "${text}"\n}\n`

describe('announcedPackages', () => {
  test('names what waits, and not what a pre-release has published', () => {
    const root = tree({
      '.changeset/old.md': announcing('core'),
      '.changeset/new.md': announcing('http'),
      '.changeset/pre.json': '{ "changesets": ["old"] }',
    })
    expect([...announcedPackages(root)]).toEqual(['http'])
  })

  test('names everything where nothing was published', () => {
    const root = tree({ '.changeset/old.md': announcing('core') })
    expect([...announcedPackages(root)]).toEqual(['core'])
    expect(announcedPackages(tree({})).size).toBe(0)
  })
})

describe('changedSinceRelease', () => {
  const manifest = 'packages/core/package.json'
  const report = 'packages/core/api/index.api.d.ts'

  test('a package that was never released is all news', () => {
    expect(changedSinceRelease(tree({ [manifest]: version('0.0.0') }), 'core')).toBe(true)
  })

  test('compares with the commit that gave the package its version', () => {
    const root = tree({ [manifest]: version('0.1.0'), [report]: 'one' })
    commit(root)
    expect(changedSinceRelease(root, 'core')).toBe(false)
    write(root, { [report]: 'two' })
    expect(changedSinceRelease(root, 'core')).toBe(true)
    commit(root)
    expect(changedSinceRelease(root, 'core')).toBe(true)
    write(root, { [manifest]: version('0.2.0') })
    commit(root)
    expect(changedSinceRelease(root, 'core')).toBe(false)
  })

  test('asks nothing without git', () => {
    expect(changedSinceRelease(tree({ [manifest]: version('0.1.0') }), 'core')).toBe(false)
  })
})
