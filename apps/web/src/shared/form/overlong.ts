import { t } from '../i18n/t.ts'
import { notify } from '../notice/notices.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement

/** How many characters of what is pasted the control has no room for; 0 where it holds them all. */
export const overlong = (control: Pick<Control, 'maxLength' | 'value'>, selected: number, pasted: string): number =>
  control.maxLength < 0 ? 0 : Math.max(0, control.value.length - selected + pasted.length - control.maxLength)

/** Browsers cut what does not fit without a word; here the person is told how much, before it is taken for complete. */
export const sayOverlongPastes = (): (() => void) => {
  const paste = ({ target, clipboardData }: ClipboardEvent) => {
    if (!isControl(target)) return
    const selected = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0)
    const count = overlong(target, selected, clipboardData?.getData('text/plain') ?? '')
    if (count > 0)
      notify(
        t('此处最多 {{most}} 个字，粘贴的内容末尾 {{count}} 个字没有填入。请精简后再填。', {
          most: target.maxLength,
          count,
        }),
        'stop',
      )
  }
  document.addEventListener('paste', paste)
  return () => document.removeEventListener('paste', paste)
}
