import { readFileSync } from 'node:fs'
import { corpusFolder, corpusNames } from '../../packages/notice/src/testing/corpus.ts'

/** Signs without a part in any pattern of the reader, so that what they change is no kind of sentence. */
const signs = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒盈昃寒暑秋冬藏闰余律吕']

/** Behind four characters and before a sign of punctuation: three signs that no other place of the text has. */
const place = /(?<=[\u4e00-\u9fa5]{4})(?=[，。；]|$)/gm

/** Whole notices of the corpus up to so many bytes of UTF-8; no two sentences of a dozen characters read the same. */
export function distinctText(bytes: number): string {
  const notices = corpusNames()
    .filter((name) => name.endsWith('.txt') && !name.includes('--'))
    .map((name) => readFileSync(`${corpusFolder}/${name}`, 'utf8'))
  let count = 0
  const fresh = () => {
    const number = count++
    return [1, signs.length, signs.length ** 2].map((unit) => signs[Math.floor(number / unit) % signs.length]).join('')
  }
  let text = ''
  for (let at = 0; Buffer.byteLength(text) < bytes; at++)
    text += `${notices[at % notices.length]?.replace(place, fresh)}\n`
  return Buffer.from(text).subarray(0, bytes).toString()
}
