/** Entry of the Node extension host: desktops and remote servers. */
export { activate } from './activate';
