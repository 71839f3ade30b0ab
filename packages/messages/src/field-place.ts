import type { Language } from './language.ts'
import { fieldNames } from './zh-CN/field.ts'

/** `lateReason` → `late reason`: the names of the contract are English already. */
const inEnglish = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const nameOf = (language: Language, name: string): string =>
  language === 'en' ? inEnglish(name) : (fieldNames[name] ?? name)

const entryOf = (language: Language, list: string | undefined, position: number): string => {
  if (language === 'en') return list === undefined ? `entry ${position}` : `${inEnglish(list)} ${position}`
  if (list === 'rows') return `第${position}行`
  return `${list === undefined ? '' : nameOf(language, list)}第${position}项`
}

/**
 * Where in a request something stands, as people say it: `rows.0.asOf` is `第1行·数据截至日期`. Entries count from one; what
 * only groups fields is left out.
 */
export const fieldPlace = (language: Language, path: readonly string[]): string => {
  const said = path.flatMap((segment, at) => {
    if (/^\d+$/.test(segment)) return [entryOf(language, path[at - 1], Number(segment) + 1)]
    return at === path.length - 1 ? [nameOf(language, segment)] : []
  })
  if (said.length > 0) return said.join('·')
  return language === 'en' ? 'the request' : '提交的内容'
}
