import type { Plugin } from 'vite'

/**
 * antd's dialogs stop the page behind them from scrolling by an inline style without a nonce, which the content policy
 * refuses and reports. Our page never scrolls there: the shell scrolls inside `main`. So the lock is left out.
 */
export const noScrollLock = (): Plugin => ({
  name: 'quanheng:no-scroll-lock',
  load: {
    filter: { id: /@rc-component\/portal\/es\/useScrollLocker\.js$/ },
    handler: () => 'export default () => {}',
  },
})
