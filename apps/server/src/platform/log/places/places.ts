import { isAbsolute } from 'node:path'
import { folderPlace } from './folder.ts'
import type { Place } from './place.ts'
import { syslogPlace } from './syslog.ts'
import { witnessPlace } from './witness.ts'

/** The place that a word of `--checkpoints-to` names: a folder, `syslog://host:port`, or a witness's http(s) address; else undefined. */
export const placeOf = (word: string): Place | undefined => {
  if (isAbsolute(word)) return folderPlace(word)
  if (!URL.canParse(word)) return undefined
  const url = new URL(word)
  if (url.protocol === 'syslog:' && url.hostname !== '') return syslogPlace(url.hostname, Number(url.port || '514'))
  return url.protocol === 'http:' || url.protocol === 'https:' ? witnessPlace(word) : undefined
}
