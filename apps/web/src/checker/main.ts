import { readSealMark } from '@quanheng/log/seal-mark'
import i18next from 'i18next'
import { t } from '../shared/i18n/t.ts'
import { check } from './check.ts'
import english from './en.json'
import { sayFault, showChecked } from './show.ts'

/** 离线核验: one file that checks a receipt or a printed report without network, server or installation. */

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), given)
  element.append(...children)
  return element
}

const labelled = (label: string, field: HTMLElement, note: string): HTMLElement =>
  make('label', {}, make('strong', {}, label), field, make('small', {}, note))

/** Larger than any receipt: a file of another kind is not read into memory. */
const mostBytes = 50_000_000

const page = (language: string): void => {
  const file = make('input', { type: 'file', accept: '.json,application/json', name: 'file' })
  const code = make('input', { name: 'code', autocomplete: 'off', maxLength: 40 })
  const seal = make('input', { name: 'seal', autocomplete: 'off', maxLength: 60 })
  const keys = make('textarea', { name: 'keys', rows: 3, spellcheck: false })
  const result = make('section', { ariaLive: 'polite' })
  const tell = (holds: boolean, head: string, notes: readonly string[], lines: readonly string[]): void => {
    result.className = holds ? 'holds' : 'fails'
    result.replaceChildren(
      make('h2', {}, head),
      ...notes.map((note) => make('p', {}, note)),
      ...(lines.length > 0 ? [make('ol', {}, ...lines.map((line) => make('li', {}, line)))] : []),
    )
    result.scrollIntoView({ block: 'nearest' })
  }
  const go = async (): Promise<void> => {
    result.replaceChildren()
    const [chosen] = file.files ?? []
    if (chosen === undefined) return tell(false, t('请先选择回执文件或报告核对文件（.json）。'), [], [])
    if (chosen.size > mostBytes) return tell(false, t('文件超过 50 MB，不是回执或报告核对文件。'), [], [])
    const mark = readSealMark(seal.value)
    if (seal.value.trim() !== '' && mark === undefined) {
      const form = t('存证点应写成“1234 3f9a02bc-77d1e05a”：第几号，再加根的前十六位。请照纸面页脚重新填写。')
      return tell(false, form, [], [])
    }
    const asked = { file: await chosen.text(), keys: keys.value, code: code.value, seal: mark }
    const checked = check(asked)
    if (!checked.ok) return tell(false, sayFault(checked.error, language), [], [])
    const { head, notes, lines } = showChecked(checked.value, asked, language)
    tell(true, head, notes, lines)
  }
  const form = make(
    'form',
    {},
    labelled(t('回执或报告核对文件'), file, t('在平台“留痕核验”页或公文页下载的 .json 文件')),
    labelled(t('纸上的校验码（核对纸质报告时填）'), code, t('页脚的四组字符')),
    labelled(t('纸上的存证点（选填）'), seal, t('页脚的号数和根，用来查出改写和分叉')),
    labelled(t('密钥（选填，一行一个）'), keys, t('平台启用时抄录、另行保管的存证密钥')),
    make('button', { type: 'submit' }, t('开始核验')),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void go()
  })
  document.title = t('权衡离线核验')
  document.body.replaceChildren(
    make(
      'main',
      {},
      make('h1', {}, t('权衡离线核验')),
      make('p', {}, t('本页不联网，不保存任何内容。所选文件只在这台电脑上计算。')),
      form,
      result,
    ),
  )
}

const language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
document.documentElement.lang = language
void i18next
  .init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: language === 'en' ? { en: { translation: english } } : {},
  })
  .then(() => page(language))
