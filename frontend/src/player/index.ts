import { frameAdapter } from './frame'
import { rutubeAdapter } from './rutube'
import type { PlayerAdapter } from './types'

/** The adapter that understands the player at this address. */
export function adapterFor(address: URL): PlayerAdapter {
  return address.hostname === 'rutube.ru' ? rutubeAdapter() : frameAdapter()
}
