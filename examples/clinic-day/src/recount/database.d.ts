import type { Loose } from './compare.js'

export function readPlatform(out: string, url?: string): Promise<Record<string, Loose[]>>
