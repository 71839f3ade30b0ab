import type { Reading } from '../read.ts'
import { sentences } from '../text/words.ts'
import type { Finding } from './findings.ts'

const praise =
  /(?:领导|主要领导|省级|市级|国家级|上级).{0,12}(?:肯定性)?批示|肯定性批示|媒体|报刊|报纸|电视台|新闻|刊发|刊登|刊载|信息(?:采用|录用)|简报(?:采用|刊发)|宣传报道|发表.{0,8}文章|经验.{0,8}(?:推广|刊发)/
const scored = /(?:加|得|计|奖|记)\s?[^，。；]{0,10}\d+(?:\.\d+)?\s?分|加分/

/** Points for praise by leaders or for articles in media (整治形式主义为基层减负若干规定 bars both as content of an appraisal). */
export const lintPraise = ({ context: { text, lines } }: Reading): readonly Finding[] =>
  lines.flatMap((line) =>
    sentences(text, line).flatMap((at): Finding[] => {
      const words = text.slice(at.start, at.end)
      const found = praise.exec(words)
      return found && scored.test(words) ? [{ kind: 'notice.praiseScored', at, params: { words: found[0] } }] : []
    }),
  )
