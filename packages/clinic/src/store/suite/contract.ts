import { change, idsOf, on } from './case.js'
import { same } from './expect.js'
import type { StoreCase } from './store-case.js'

/** Texts that something on the way may take for something else. */
const hard = [
  'Nguyễn Thị Mẫu',
  'Nguyễn Thị Mẫu'.normalize('NFD'),
  '\u{20BB7}\u{1F489}',
  'line\nfeed\r\n\t"quoted" \\ back',
  '\0nul',
  'in\0side',
  '"quoted"',
  '\uD800 half of a pair',
  '\uFEFFmark',
  '\u2028\u2029',
  "' or 1=1; drop table document; --",
  '__proto__',
  'constructor',
  '',
  ' ',
  'x'.repeat(300),
]

const reading: readonly StoreCase[] = [
  on('what is written can be read, and nothing else', async (store) => {
    await store.write([change('a', { n: 1 }), change('a', 7, 'record')])
    same(await store.get('child', 'a'), { n: 1 }, 'a child')
    same(await store.get('record', 'a'), 7, 'a record under the same id')
    same(await store.get('child', 'b'), undefined, 'an id that was never written')
    same(await store.get('nothing', 'a'), undefined, 'a collection that was never written')
    same(await store.all('nothing'), [], 'all of it')
  }),
  on('any JSON comes back as it was', async (store) => {
    const value = [
      ...[true, false, 0, -1.5, 1e300, '', [], {}, [null, [null]]],
      { nothing: null, b: 1, a: { z: [1], đ: 'Đ' } },
    ]
    await store.write([change('a', value), ...value.map((one, at) => change(`${at}`, one, 'each'))])
    same(await store.get('child', 'a'), value, 'the values')
    const each = (await store.all('each')).map((one) => one.value)
    same(each, value, 'each value alone')
  }),
  on('any text is an id, a collection and a value', async (store) => {
    for (const text of hard) await store.write([change(text, { [text]: text }, text)])
    for (const text of hard) {
      const [one, ...others] = await store.all(text)
      same(one?.id, text, 'the id')
      same(Object.entries(one?.value ?? {}), [[text, text]], 'the value')
      same(others.length, 0, 'the number of others in its collection')
    }
    await store.write(hard.map((text) => change(text, 1)))
    same(await idsOf(store), hard, 'ids beside each other')
  }),
]

const writing: readonly StoreCase[] = [
  on('documents stay in the order in which they were first written', async (store) => {
    await store.write([change('b', 1), change('a', 1)])
    await store.write([change('c', 1), change('b', 2)])
    const wanted = [
      { id: 'b', value: 2 },
      { id: 'a', value: 1 },
      { id: 'c', value: 1 },
    ]
    same(await store.all('child'), wanted, 'the documents')
  }),
  on('null deletes, and a document written again comes last', async (store) => {
    await store.write([change('a', 1), change('b', 1)])
    await store.write([change('b', null), change('never', null)])
    same(await idsOf(store), ['a'], 'what is left')
    await store.write([change('b', 2)])
    await store.write([change('a', null)])
    await store.write([change('a', 2)])
    same(await idsOf(store), ['b', 'a'], 'the order')
  }),
  on('the changes of a batch take effect in their order', async (store) => {
    await store.write([change('z', 1), change('a', 1), change('z', null), change('a', 3)])
    await store.write([change('z', 5), change('z', 6)])
    const wanted = [
      { id: 'a', value: 3 },
      { id: 'z', value: 6 },
    ]
    same(await store.all('child'), wanted, 'the documents')
  }),
  on('a batch without changes is written too', async (store) => {
    await store.write([])
    same(await store.all('child'), [], 'the documents')
  }),
  on('a caller that changes its object later changes nothing here', async (store) => {
    const value = { names: ['one'] }
    const writing = store.write([change('a', value)])
    value.names.push('two')
    await writing
    value.names.push('three')
    same(await store.get('child', 'a'), { names: ['one'] }, 'the document')
  }),
  on('writes that overlap all arrive, the later on top', async (store) => {
    const numbers = Array.from({ length: 20 }, (_, number) => number)
    await Promise.all(numbers.map((n) => store.write([change('a', n), change(`${n}`, n)])))
    same(await store.get('child', 'a'), 19, 'the last')
    same(await idsOf(store), ['a', ...numbers.map(String)], 'the ids')
  }),
  on('a batch of ten thousand is one batch', async (store) => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      change(`${n}`, { n, text: 'Ữ'.repeat(9) }),
    )
    await store.write(many)
    const all = await store.all('child')
    same(all.length, 10_000, 'how many there are')
    same(all.at(-1), { id: '9999', value: many.at(-1)?.value }, 'the last')
  }),
]

const holding: readonly StoreCase[] = [
  on('a name is held by one at a time', async (store) => {
    const letGo = await store.hold('outbox')
    same(letGo === undefined, false, 'a free name is taken')
    same((await store.hold('outbox')) === undefined, true, 'nobody else gets a name that is held')
    const other = await store.hold('another/name')
    same(other === undefined, false, 'another name is taken')
    await other?.()
    await letGo?.()
    const again = await store.hold('outbox')
    same(again === undefined, false, 'a name that was let go is taken')
    await again?.()
  }),
]

/** What a store is for. */
export const contract: readonly StoreCase[] = [...reading, ...writing, ...holding]
