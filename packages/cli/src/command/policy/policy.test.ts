import { fromUtf8 } from '@tiemchung/core'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo } from '../../test-kit.js'

const [first, second, ...later] = covid19Children5To11
const newest = later.at(-1)
if (first === undefined || second === undefined || newest === undefined) throw new Error('shipped')

const said = async (args: readonly string[], files: Readonly<Record<string, unknown>>) => {
  const texts = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const io = fakeIo(Object.fromEntries(texts))
  const code = await run(['policy', ...args], io)
  return { code, out: io.output.join('\n'), talk: io.talk.join('\n'), files: io.files }
}

const uncited = { ...newest, consent: { ...newest.consent, cite: [] } }

describe('policy lint', () => {
  it('finds nothing in the shipped policies', async () => {
    const answer = await said(['lint', 'vn.covid19.children-5-11', '--lang', 'en'], {})
    expect(answer).toMatchObject({
      code: 0,
      out: `No fault: ${covid19Children5To11.length} policies.`,
    })
    const one = await said(['lint', 'p.json'], { 'p.json': newest })
    expect(one).toMatchObject({ code: 0, out: 'Không có lỗi: 1 chính sách.' })
  })

  it('says where, what and how to mend it, in both languages', async () => {
    const en = await said(['lint', 'p.json', '--lang', 'en'], { 'p.json': uncited })
    expect(en.code).toBe(65)
    expect(en.out).toContain(
      'consent: The rule cites no source and is not marked as an assumption. Cite a source, or name the assumption. [eligibility.policy.uncited]',
    )
    const vi = await said(['lint', 'p.json'], { 'p.json': uncited })
    expect(vi.out).toContain('consent: Quy tắc không dẫn văn bản nào')
  })

  it('of a list also says what does not fit together, by place', async () => {
    const gap = await said(['lint', 'list.json', '--json'], { 'list.json': [first, newest] })
    expect(gap.code).toBe(65)
    expect(JSON.parse(gap.out)).toMatchObject({
      path: '[1].effective.from',
      code: 'eligibility.policy-set.gap',
      severity: 'error',
      fix: 'Sửa ngày hiệu lực.',
    })
    const faults = await said(['lint', 'list.json'], { 'list.json': [first, uncited] })
    expect(faults.out).toContain('[1].consent:')
  })

  it('a warning alone is no error', async () => {
    const source = { id: 'x', number: 'X', confidence: 'inferred' }
    const more = { ...newest, sources: [...newest.sources, source] }
    const answer = await said(['lint', 'p.json', '--json'], { 'p.json': more })
    expect(answer.code).toBe(0)
    expect(JSON.parse(answer.out)).toMatchObject({
      severity: 'warning',
      path: `sources[${newest.sources.length}]`,
    })
  })

  it('warns of ten times the volume that the shipped policies have', async () => {
    const products = newest.products.map((one) => ({
      ...one,
      ...(one.volumeMl === '0.2' ? { volumeMl: '2' } : {}),
    }))
    const mine = { ...newest, products }
    const { code, out } = await said(['lint', 'p.json', '--lang', 'en'], { 'p.json': mine })
    expect(code).toBe(0)
    expect(out).toContain('.volumeMl: Other policies have 0.2 ml for this product.')
  })

  it.each(['vn.covid19.adolescents-12-17', 'vn.covid19.adults-18', 'vn.routine.bcg'])(
    'knows the shipped policy %s',
    async (id) => {
      expect(await said(['lint', id, '--lang', 'en'], {})).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^No fault/) as string,
      })
    },
  )

  it.each([
    [65, 'a file that is not there', 'q.json'],
    [65, 'no policy', 'n.json'],
    [65, 'an empty list', 'e.json'],
  ])('is %i for %s', async (code, _, name) => {
    expect((await said(['lint', name], { 'n.json': 3, 'e.json': [] })).code).toBe(code)
  })
})

describe('policy page', () => {
  it('writes the newest version of a shipped policy as Markdown', async () => {
    const { code, out } = await said(['page', 'vn.covid19.children-5-11', '--lang', 'en'], {})
    expect(code).toBe(0)
    expect(out).toContain('# COVID-19 vaccination of children from 5 to under 12')
    expect(out).toContain('In force: from 2022-06-29 on')
  })

  it('writes one version by its name, as HTML, to a file', async () => {
    const { code, out, files } = await said(
      ['page', 'vn.covid19.children-5-11@2022-03-28.1', '--format', 'html', '--out', 'p.html'],
      {},
    )
    expect({ code, out }).toEqual({ code: 0, out: '' })
    const page = fromUtf8(files.get('p.html') ?? new Uint8Array())
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('từ ngày 28/03/2022 đến hết ngày 30/03/2022')
  })

  it('writes what the versions of a file change', async () => {
    const list = { 'list.json': [second, first] }
    const { out } = await said(['page', 'list.json', '--differences'], list)
    expect(out).toContain('2022-03-28.1 → 2022-03-31.1')
  })

  it.each([
    [65, 'a policy with a fault', ['page', 'p.json']],
    [65, 'an empty list', ['page', 'e.json']],
    [64, 'a format that is none of ours', ['page', 'vn.covid19.children-5-11', '--format', 'pdf']],
  ])('is %i for %s', async (code, _, args) => {
    expect((await said(args, { 'p.json': uncited, 'e.json': [] })).code).toBe(code)
  })
})
