/** Version and build, as `0.1.0+1a2b3c4`; set at build time. */
declare const __APP_VERSION__: string;
