import type { Span } from '../text/document.ts'
import { matches, type Placed, placed } from '../text/words.ts'

/** A post in a sentence of responsibilities and the words that print it. */
export const postWords = {
  leader: /(?:责任领导|分管[市县区局委]?领导|牵头领导|分管负责人)/,
  person: /(?:责任人|负责人|经办人)/,
  liaison: /(?:联络员|联络人)/,
  contact: /联系人/,
} as const

export type PostWord = keyof typeof postWords

const personName = '([\\u4e00-\\u9fa5]\\s?[\\u4e00-\\u9fa5·]{1,3})(?![\\u4e00-\\u9fa5])'

export const phone =
  /(?:\+?86[-\s]?)?(?:0\d{2,3}\s?[-—－–]{1,2}\s?)?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|[（(]0\d{2,3}[)）]\s?\d{7,8}/
export const mail = /[A-Za-z0-9][A-Za-z0-9._-]{0,40}\s?[@＠]\s?[A-Za-z0-9-]{1,30}(?:\.[A-Za-z]{2,12}){1,3}/

const behind = (word: PostWord): RegExp =>
  new RegExp(
    `${postWords[word].source}(?:及(?:联系)?(?:电话|方式))?\\s?(?:为|是|[:：】])?\\s?(?!登记|名单|会议|名册|信息|职责|一览|制度|通讯)(?:[\\u4e00-\\u9fa5]{2,16}(?:[科处室股局委办]|中心)\\s)?${personName}`,
  )
const persons = {
  leader: behind('leader'),
  person: behind('person'),
  liaison: behind('liaison'),
  contact: behind('contact'),
} as const
const loosePhone = new RegExp(`(?<![\\d-])(?:${phone.source})`)

const first = (text: string, span: Span, pattern: RegExp, group = 0): Placed | null => {
  const [found] = matches(text, span, pattern)
  return found ? placed(text, found.group(group), 0.96) : null
}

/** The person behind the word of a post, up to punctuation. */
export const personOf = (text: string, span: Span, word: PostWord): Placed | null => first(text, span, persons[word], 1)

export const phoneIn = (text: string, span: Span): Placed | null => first(text, span, loosePhone)

export const mailIn = (text: string, span: Span): Placed | null => first(text, span, mail)
