import type { Language } from '@tiemchung/core'
import type { ExitCode } from '../exit-code.js'
import { makeFolder, writeTo } from '../output.js'
import type { Io } from '../io.js'
import { makeLists } from '../samples/lists.js'
import { makeSamples } from '../samples/make-samples.js'

/** The options of `samples`. */
export interface SamplesCommand {
  /** Lists to import, instead of certificates. */
  readonly lists?: boolean
}

/** What to type next, with the folder as it was typed: a shell's own quotes are for whoever types it. */
function nextSteps(folder: string): readonly string[] {
  const at = (name: string) => JSON.stringify(`${folder}/${name}`)
  const lists = `--trust ${at('trust-list.json')} --anchor VN=${at('csca.pem')} --revocation ${at('revocation-list.json')}`
  return [
    `  tiemchung verify ${at('valid.png')} ${lists}`,
    `  tiemchung verify ${at('*.pdf')} ${lists} --names`,
  ]
}

const words: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Chứng nhận mẫu: hợp lệ, hết hạn, bị sửa, bị thu hồi, nơi cấp lạ; mỗi loại có văn bản, ảnh và PDF.',
    'Người trong đó không có thật; khoá là khoá TEST, dùng xong đã bỏ. Không dùng danh sách này cho việc thật.',
    'Chạy tiếp:',
  ],
  en: [
    'Sample certificates: valid, expired, tampered, revoked, of an unknown issuer; each as text, picture and PDF.',
    'Nobody in them exists; the keys are TEST keys and were thrown away. Never use these lists for anything real.',
    'Go on with:',
  ],
}

const listWords: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Ba danh sách mẫu còn lỗi: trường học, trạm y tế (TCVN3), phòng khám. Người trong đó không có thật.',
    'Chạy tiếp:',
  ],
  en: [
    'Three dirty lists: a school, a health station (TCVN3), a clinic. Nobody in them exists.',
    'Go on with:',
  ],
}

/** Each list with the options that its first import needs. */
function nextImports(folder: string): readonly string[] {
  const at = (name: string) => JSON.stringify(`${folder}/${name}`)
  const line = (name: string, more: string) =>
    `  tiemchung import ${at(name)} --map ${at(`${name.replace(/\..*$/, '')}.map.json`)} --dry-run --on 2022-05-20${more}`
  return [
    line('truong-tieu-hoc.xlsx', ''),
    line('tram-y-te.csv', ' --encoding windows-1252 --letters tcvn3'),
    line('phong-kham.xlsx', ''),
  ]
}

async function sampleLists(io: Io, folder: string, language: Language): Promise<void> {
  for (const { name, bytes } of await makeLists()) {
    await writeTo(io, 'folder', `${folder}/${name}`, bytes)
  }
  for (const line of [...listWords[language], ...nextImports(folder)]) io.say(line)
}

/**
 * Writes samples into a folder: certificates with the lists that tell them apart, so that a first try needs no
 * key and no network, or lists to import.
 */
export async function samples(
  io: Io,
  folder: string,
  { lists }: SamplesCommand,
  language: Language,
): Promise<ExitCode> {
  await makeFolder(io, 'folder', folder)
  if (lists === true) {
    await sampleLists(io, folder, language)
    return 0
  }
  for (const { name, bytes } of await makeSamples(io.clock.now())) {
    await writeTo(io, 'folder', `${folder}/${name}`, bytes)
  }
  for (const line of [...words[language], ...nextSteps(folder)]) io.say(line)
  return 0
}
