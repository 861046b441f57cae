import type { ToPage } from '../protocol';
import { App } from './app';
import './map.css';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const api = acquireVsCodeApi();
const app = new App({
  send: (message) => {
    api.postMessage(message);
  },
  load: () => api.getState(),
  save: (state) => {
    api.setState(state);
  },
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  app.receive(data);
});
app.start(document.body);
