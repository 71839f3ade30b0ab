/** CJK radicals without a compatibility mapping in Unicode, as PDF files of office programs hold them. */
const supplement =
  '⺁厂⺊卜⺏尣⺗心⺝月⺟母⺠民⺫目⺶羊⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'

const plain = new Map<string, string>()
for (let at = 0; at < supplement.length; at += 2) plain.set(supplement.charAt(at), supplement.charAt(at + 1))

const radicals = /[\u2E80-\u2FDF]/g
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|[\uFE00-\uFE0F]/g
const control = /[^\P{Cc}\t]/gu
const wideAlphanumeric = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
/** A half-width full stop that ends Chinese words; numbers, names of files and addresses keep theirs. */
const stop = /(?<=[\u4e00-\u9fa5）)”》])\.(?=$|[\s\u4e00-\u9fa5（“《]|\d)|(?<=[%％])\.(?=$|[\s\u4e00-\u9fa5])/g
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g

/** Lines of nothing but these stay as they are, as most do: common characters and signs, no stop behind Chinese words, single spaces inside. */
const settled =
  /^(?! )(?=\t*[^\t])(?:[\u4e00-\u9fa5，。；：、（）《》“”〔〕【】！？％＋－＝．—…·×÷①-⑳!-\-/-~\t]| (?=[^ ])|(?<=\d)\.)*$/

/**
 * One line as the normalised text holds it: radicals as the characters they stand for, nothing invisible, one kind of space,
 * letters and digits in half width, no space at either end (a row of a table may begin with tabs). Other punctuation stays as it was typed.
 */
export const normaliseLine = (line: string): string => (settled.test(line) ? line : changed(line))

const changed = (line: string): string =>
  line
    .toWellFormed()
    .normalize('NFC')
    .replace(radicals, (sign) => plain.get(sign) ?? sign.normalize('NFKC'))
    .replace(invisible, '')
    .replace(control, '')
    .replace(wideAlphanumeric, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(spaces, ' ')
    .replace(stop, '。')
    .replace(/ {2,}/g, ' ')
    .replace(/^ +| +$|^\s+$/g, '')
