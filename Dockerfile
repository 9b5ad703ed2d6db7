# A static binary and the certificates that it needs to speak to AWS; nothing else, and not root.
#
#   docker build -t posture-scan .
# Files are read from and written to /work: mount a folder there that user 65532 may write to, such as -v "$PWD/reports:/work".
#
#   docker run --rm -e AWS_ACCESS_KEY_ID -e AWS_SECRET_ACCESS_KEY -e AWS_SESSION_TOKEN -e AWS_REGION posture-scan --profile mvp15

FROM rust:1.95-alpine3.22 AS build
# hadolint ignore=DL3018
RUN apk add --no-cache ca-certificates musl-dev
WORKDIR /source
COPY . .
# Alpine's own target is musl, linked statically.
RUN cargo build --release --locked --bin scan && cp target/release/scan /scan
# Where the image keeps its scans; mount a volume here to keep them longer than the container.
RUN mkdir /state /work && chown 65532:65532 /state /work && chmod 700 /state /work

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /scan /scan
COPY --from=build --chown=65532:65532 /state /state
COPY --from=build --chown=65532:65532 /work /work
ENV POSTURE_SCAN_STATE_DIR=/state SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/scan"]
