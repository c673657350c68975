/**
 * The independent script: `recount CLAIMS WHERE`. It reads the platform's database directly, imports none of the
 * packages, and prints what it counted and what is not as it was claimed, as JSON.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import type { Claims } from './claims.js'
import { compare } from './compare.js'
import { readRows } from './database.js'
import type { Where } from './server.js'

const [claimsFile = '', where = '{}'] = process.argv.slice(2)
const claims = JSON.parse(readFileSync(claimsFile, 'utf8')) as Claims
const recount = compare(claims, await readRows(JSON.parse(where) as Where))
process.stdout.write(`${JSON.stringify(recount)}\n`)
