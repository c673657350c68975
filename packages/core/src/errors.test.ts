import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorCatalogue } from './errors.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'errors.ts')
  .map((name) => readFileSync(folder + name, 'utf8'))
  .join('\n')

describe('errorCatalogue', () => {
  it.each(Object.entries(errorCatalogue))('%s is used, and says what and who', (code, entry) => {
    expect(code).toMatch(/^[a-z]+(?:[.-][a-z0-9]+)+$/)
    expect(source).toContain(`'${code}'`)
    for (const sentences of [entry.says, entry.todo]) {
      expect(sentences.vi).toMatch(/\.$/)
      expect(sentences.en).toMatch(/\.$/)
      expect(sentences.vi).not.toBe(sentences.en)
    }
  })
})
