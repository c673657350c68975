import type { Language } from '@tiemchung/core'
import type { ExitCode } from '../exit-code.js'
import { makeFolder, writeTo } from '../output.js'
import type { Io } from '../io.js'
import { makeSamples } from '../samples/make-samples.js'

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

/** Writes samples into a folder, with the lists that tell them apart: a first try needs no key and no network. */
export async function samples(io: Io, folder: string, language: Language): Promise<ExitCode> {
  await makeFolder(io, 'folder', folder)
  for (const { name, bytes } of await makeSamples(io.clock.now())) {
    await writeTo(io, 'folder', `${folder}/${name}`, bytes)
  }
  for (const line of [...words[language], ...nextSteps(folder)]) io.say(line)
  return 0
}
