import { useEffect } from 'react'
import { desktop } from '../../client/desktop.ts'
import { acceleratorOf } from '../commands/keys.ts'
import { commandNow, useAllCommands } from '../commands/registry.ts'

/** The native menu has what the palette has; what is chosen there runs here. */
export function useDesktopMenu(): void {
  const commands = useAllCommands()
  useEffect(() => {
    desktop?.setMenu(
      commands
        .filter(({ quiet }) => !quiet)
        .map(({ id, label, menu, keys, enabled }) => ({
          id,
          label,
          menu,
          accelerator: keys?.map(acceleratorOf).find(key => key !== null) ?? null,
          enabled: enabled !== false,
        })),
    )
  }, [commands])
  useEffect(
    () =>
      desktop?.onCommand(command => {
        if (command.type === 'command') commandNow(command.id)?.run()
      }),
    [],
  )
}
