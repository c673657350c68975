/**
 * The independent recount. It imports nothing of ours: SQL over the platform's database, the truth file,
 * openssl (or, where that is not installed, node:crypto, and it says so). For every child it derives from
 * the truth what must have become of it, given or not given, and looks whether exactly that is claimed
 * and is on the platform. Exit code 1 when anything differs.
 *
 *   node recount.js FOLDER [vi|en]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { compare, ledgerOfFaults } from './compare.js'
import { readPlatform } from './database.js'
import { compareSignatures } from './evidence.js'
import { hasOpenssl } from './openssl.js'

const [out, language = 'vi'] = process.argv.slice(2)
const read = (name) => JSON.parse(readFileSync(join(out, name), 'utf8'))

const truth = read('truth.json')
const platform = await readPlatform(out)
const counted = compare({ truth, claims: read('claims.json'), platform })
const { faults, expect } = ledgerOfFaults()
const evidence = await compareSignatures(expect, platform, new Date(`${truth.day}T12:00:00Z`))
const all = [...counted.faults, ...faults]

const tool = hasOpenssl ? 'openssl' : 'node:crypto (no openssl here)'
const records = platform.records.length
const says = {
  vi: [
    `Kiểm đếm độc lập (SQL, ${tool}), không dùng gói nào của dự án:`,
    `  ${counted.children} trẻ, ${counted.compared} phép so sánh; ${records} bản ghi, ${platform.certificates.length} chứng nhận trên nền tảng`,
    `  chữ ký đúng: ${evidence.records} bản ghi, ${evidence.certificates} chứng nhận, ${evidence.chains} chuỗi chứng thư; kiểm tất cả, không lấy mẫu`,
    all.length === 0
      ? 'Kiểm đếm khớp: không mất, không trùng.'
      : `KIỂM ĐẾM KHÔNG KHỚP ở ${all.length} chỗ:`,
  ],
  en: [
    `Independent recount (SQL, ${tool}), with none of our packages:`,
    `  ${counted.children} children, ${counted.compared} comparisons; ${records} records, ${platform.certificates.length} certificates on the platform`,
    `  signatures that hold: ${evidence.records} records, ${evidence.certificates} certificates, ${evidence.chains} chains; all of them, no sample`,
    all.length === 0
      ? 'Recount agrees: nothing lost, nothing doubled.'
      : `RECOUNT DISAGREES in ${all.length} places:`,
  ],
}[language]
const shown = all.slice(0, 20).map((fault) => `  ${fault}`)
process.stdout.write(`${[...says, ...shown].join('\n')}\n`)
process.exitCode = all.length === 0 ? 0 : 1
