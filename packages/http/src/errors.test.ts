import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { errorCatalogue } from './errors.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test|^errors)\.ts$/.test(name))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n')

describe('errorCatalogue', () => {
  test.each(Object.entries(errorCatalogue))(
    '%s is thrown, and says what and who',
    (code, entry) => {
      expect(source).toContain(`'${code}'`)
      for (const sentences of [entry.says, entry.todo]) {
        expect(sentences.vi).toMatch(/\.$/)
        expect(sentences.en).toMatch(/\.$/)
        expect(sentences.vi).not.toBe(sentences.en)
      }
    },
  )
})
